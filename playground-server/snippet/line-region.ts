/** Lines of a snippet that follow one another under one name, as #line gave it to them. */
export interface LineRegion {
  /** as the directive names it, or the snippet's own */
  file: string;
  /** the snippet's line, from 1 */
  from: number;
  /** what that line is called */
  named: number;
  count: number;
}

/** The snippet's line that a line table means, or null if none, or more than one, is called so. */
export function lineInRegions(
  { file, line }: { file: string; line: number },
  regions: readonly LineRegion[],
): number | null {
  const [region, another] = regions.filter(
    ({ file: name, named, count }) =>
      (file === name || file.endsWith(`/${name}`)) && line >= named && line < named + count,
  );
  return region && !another ? region.from + line - region.named : null;
}
