/**
 * The numbers of the lines that a picture has room for, from 1: all of a short source; of a longer one
 * those that matter and what stands around them, as far as there is room; its beginning if none does.
 * @param points the lines that matter, the most important ones first
 */
export function pictureLines(lineCount: number, points: readonly number[], most: number): number[] {
  if (lineCount <= most) return Array.from({ length: lineCount }, (_, at) => at + 1);
  const centres = points.length > 0 ? points.slice(0, most) : [1];
  const shown = new Set(centres);
  for (let distance = 1; shown.size < most; distance++) {
    for (const near of centres.flatMap((line) => [line - distance, line + distance])) {
      if (near >= 1 && near <= lineCount && shown.size < most) shown.add(near);
    }
  }
  return [...shown].sort((a, b) => a - b);
}
