/** Lines that a card shows at most: about a screen. */
const mostLines = 40;
/** Lines around a result without which it says little. */
const before = 2;
const after = 1;

/**
 * The numbers of the lines that a card shows, from 1: all of a short source; of a long one, those with
 * results and their neighbours, or its beginning where there are none. Where a number is missing there
 * is a gap.
 */
export function cardLines(lineCount: number, results: readonly number[]): number[] {
  const all = Array.from({ length: lineCount }, (_, at) => at + 1);
  if (lineCount <= mostLines) return all;
  if (results.length === 0) return all.slice(0, mostLines);
  const near = new Set(
    results.flatMap((line) => all.slice(Math.max(0, line - 1 - before), line + after)),
  );
  return [...near].sort((a, b) => a - b).slice(0, mostLines);
}
