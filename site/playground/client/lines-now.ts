/** Where a line of an earlier source stands now, and whether it still says the same. */
export interface LineNow {
  line: number;
  isChanged: boolean;
}

/** Where a line of an earlier source is now; null for a line that is gone. */
export type FindLine = (line: number) => LineNow | null;

/** Comparing all lines with all costs too much beyond this; they then count as changed. */
const mostCells = 1e6;

/**
 * Follows the lines of a source, numbered from 1, through what the reader has changed since: an
 * unchanged line keeps what it gave, wherever it has moved. Null for a line that is gone.
 */
export function linesNow(before: string, now: string): FindLine {
  const [old, young] = [before.split('\n'), now.split('\n')];
  const pairs = [...samePairs(old, young), [old.length, young.length] as const];
  const places: (LineNow | null)[] = [];
  let next = 0;
  for (const [from, to] of pairs) {
    // What lies between two lines that stayed was rewritten: line by line, as far as it goes.
    while (places.length < from) places.push(next < to ? { line: ++next, isChanged: true } : null);
    next = to + 1;
    places.push({ line: next, isChanged: false });
  }
  return (line) => (line <= old.length ? (places[line - 1] ?? null) : null);
}

/** The indices of the lines that both have, in order: a longest common subsequence. */
function samePairs(old: string[], young: string[]): (readonly [number, number])[] {
  let start = 0;
  while (start < old.length && start < young.length && old[start] === young[start]) start++;
  let end = 0;
  const most = Math.min(old.length, young.length) - start;
  while (end < most && old.at(-1 - end) === young.at(-1 - end)) end++;
  const middle = common(old.slice(start, old.length - end), young.slice(start, young.length - end));
  return [
    ...Array.from({ length: start }, (_, at) => [at, at] as const),
    ...middle.map(([a, b]) => [a + start, b + start] as const),
    ...Array.from({ length: end }, (_, at) => {
      const left = end - at;
      return [old.length - left, young.length - left] as const;
    }),
  ];
}

function common(old: string[], young: string[]): [number, number][] {
  const width = young.length + 1;
  if (old.length * width > mostCells) return [];
  const longest = new Uint32Array((old.length + 1) * width);
  const at = (a: number, b: number) => longest[a * width + b]!;
  for (let a = old.length - 1; a >= 0; a--)
    for (let b = young.length - 1; b >= 0; b--)
      longest[a * width + b] =
        old[a] === young[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
  const pairs: [number, number][] = [];
  for (let a = 0, b = 0; a < old.length && b < young.length;) {
    if (old[a] === young[b]) pairs.push([a++, b++]);
    else if (at(a + 1, b) >= at(a, b + 1)) a++;
    else b++;
  }
  return pairs;
}
