/**
 * The style of the examples in content/, for clang-format: where it departs from the LLVM style.
 * Lines stay as long as they were written, and includes keep their order, which may matter.
 */
export const cStyle = JSON.stringify({
  BasedOnStyle: 'LLVM',
  IndentWidth: 4,
  ColumnLimit: 0,
  BreakBeforeBraces: 'Linux',
  AllowShortFunctionsOnASingleLine: 'None',
  Cpp11BracedListStyle: false,
  SortIncludes: 'Never',
});
