import type { Example } from '../facts/read-example.ts';
import { compareReleases, seriesOf } from '../facts/recordings/kernel-release.ts';
import type { Claim } from './claim.ts';

/** Whether the recording on a kernel shows something. */
export interface Sighting {
  /** the series of its releases: `6.1` */
  kernel: string;
  isSeen: boolean;
  /** whether the kernel is from before there was such a thing, and can at most look as if it had it */
  isTooOld: boolean;
}

/**
 * What the recordings of an example show of a claim, on the kernel of its tape and on others.
 * @param since the release with which it came, if it is younger than its call: an older kernel may
 *   answer the same, but for another reason
 */
export function sightings(
  { facts, variants: [first] }: Pick<Example, 'facts' | 'variants'>,
  claim: Claim,
  since: string | null = null,
): Sighting[] {
  const { lens, recorded, elsewhere } = first;
  const [accepted] = recorded;
  if (accepted?.kind !== 'accepted') return [];
  const kernel = seriesOf(accepted.environment.kernel);
  const beside = { kernel, events: recorded, isSame: true };
  const isTooOld = (kernel: string) => since !== null && compareReleases(kernel, since) < 0;
  return [beside, ...elsewhere]
    .map(({ kernel, events, isSame }) => ({
      kernel,
      isSeen: !isTooOld(kernel) && claim({ facts, lens, events, isSame }),
      isTooOld: isTooOld(kernel),
    }))
    .sort((a, b) => compareReleases(a.kernel, b.kernel));
}
