import { compareReleases } from '../facts/recordings/kernel-release.ts';
import type { Sighting } from './sightings.ts';

/** Kernels that follow one another, as far as they were tried; the same one twice if there is only one. */
export type KernelRange = readonly [oldest: string, newest: string];

/** Where something was seen. */
export type KernelSpan =
  /** on the newest kernel and those before it, and it is known with which release it came */
  | { kind: 'since'; release: string }
  | { kind: 'ranges'; ranges: readonly [KernelRange, ...KernelRange[]] };

/**
 * The kernels on which something was seen; null if on none.
 * @param since the release with which it came, where that is known; it says more than the kernels that
 *   were tried only if it stands between one without it and one with it
 */
export function kernelSpan(
  seen: readonly Sighting[],
  since: string | null = null,
): KernelSpan | null {
  const inOrder = seen.toSorted((a, b) => compareReleases(a.kernel, b.kernel));
  const [first, ...others] = rangesIn(inOrder);
  if (first === undefined) return null;
  const before = inOrder[inOrder.findIndex(({ kernel }) => kernel === first[0]) - 1];
  const isToTheEnd = others.length === 0 && first[1] === inOrder.at(-1)?.kernel;
  return since !== null && before && isToTheEnd && isBetween(before.kernel, since, first[0])
    ? { kind: 'since', release: since }
    : { kind: 'ranges', ranges: [first, ...others] };
}

const isBetween = (without: string, since: string, having: string): boolean =>
  compareReleases(without, since) < 0 && compareReleases(since, having) <= 0;

/** The kernels on which something was seen, those that follow one another as one. */
export function rangesIn(inOrder: readonly Sighting[]): KernelRange[] {
  const ranges: [string, string][] = [];
  let isOpen = false;
  for (const { kernel, isSeen } of inOrder) {
    const last = ranges.at(-1);
    if (isSeen && isOpen && last) last[1] = kernel;
    else if (isSeen) ranges.push([kernel, kernel]);
    isOpen = isSeen;
  }
  return ranges;
}
