/** Lines of a snippet, counted from 1, both ends included. */
export interface LineRange {
  first: number;
  last: number;
}

/** Longer than any snippet: 64 KiB of line feeds. */
const maxLine = 65_536;

/** Reads `3-10, 14`; null if it is not a list of lines. */
export function parseLineRanges(text: string): LineRange[] | null {
  const parts = text
    .split(',')
    .map((part) => /^\s*(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?\s*$/.exec(part));
  const ranges = parts.map((match) => {
    const first = Number(match?.[1]);
    return { first, last: Number(match?.[2] ?? first) };
  });
  const isList = ranges.every(({ first, last }) => first >= 1 && last >= first && last <= maxLine);
  return isList ? ranges : null;
}

/** Whether a line is in one of the ranges. */
export const contains = (ranges: readonly LineRange[], line: number): boolean =>
  ranges.some(({ first, last }) => first <= line && line <= last);

/** The lines of a snippet that are not shown, as ranges in order. */
export function hiddenRanges(
  lineCount: number,
  shown: readonly LineRange[] | null,
  hidden: readonly LineRange[],
): LineRange[] {
  const ranges: LineRange[] = [];
  for (let line = 1; line <= lineCount; line++) {
    if ((!shown || contains(shown, line)) && !contains(hidden, line)) continue;
    const previous = ranges.at(-1);
    if (previous?.last === line - 1) previous.last = line;
    else ranges.push({ first: line, last: line });
  }
  return ranges;
}
