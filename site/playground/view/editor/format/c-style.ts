/**
 * The form of the examples in content/, for clang-format: what its LLVM style does otherwise. Lines
 * stay as long as their writer made them, and includes in their order, which may matter.
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
