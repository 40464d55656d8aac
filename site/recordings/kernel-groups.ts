import type { RunEvent } from '../../playground-server/protocol/index.ts';
import type { Example } from '../facts/read-example.ts';
import { compareReleases, seriesOf } from '../facts/recordings/kernel-release.ts';

/** Kernels on which an example does the same, and what that is. */
export interface KernelGroup {
  /** the series of their releases, oldest first */
  kernels: string[];
  events: readonly RunEvent[];
}

/** The kernels on which an example was recorded, by what it did there; the oldest first. */
export function kernelGroups({ variants: [first] }: Pick<Example, 'variants'>): KernelGroup[] {
  const { recorded, elsewhere } = first;
  const [accepted] = recorded;
  if (accepted?.kind !== 'accepted') return [];
  const beside = {
    kernel: seriesOf(accepted.environment.kernel),
    isSame: true,
    digest: '',
    events: recorded,
  };
  const groups = Map.groupBy([beside, ...elsewhere], ({ isSame, digest }) =>
    isSame ? 'same' : digest,
  );
  return [...groups.values()]
    .map((tapes) => ({
      kernels: tapes.map(({ kernel }) => kernel).sort(compareReleases),
      events: tapes[0]!.events,
    }))
    .sort((a, b) => compareReleases(a.kernels[0]!, b.kernels[0]!));
}

/** Whether an example does something else on one of the kernels. */
export const hasChanged = (example: Pick<Example, 'variants'>): boolean =>
  kernelGroups(example).length > 1;
