/** The series that a release belongs to: `6.18` of `6.18.44-fc`. */
export const seriesOf = (release: string): string => /^\d+\.\d+/.exec(release)?.[0] ?? release;

/** Whether a release is older than another (negative), newer (positive), or the same. */
export function compareReleases(a: string, b: string): number {
  const [those, these] = [a, b].map((release) => release.split('.').map(Number));
  for (const [at, number] of those!.entries()) {
    const difference = number - (these![at] ?? 0);
    if (difference !== 0) return difference;
  }
  return those!.length - these!.length;
}

/** Kernels by their releases, oldest first. */
export const inOrderOfRelease = (kernels: readonly string[]): string[] =>
  kernels.toSorted(compareReleases);
