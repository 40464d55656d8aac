import type { RunEvent } from '../../playground-server/protocol/index.ts';
import type { Example } from '../facts/read-example.ts';
import { compareReleases, seriesOf } from '../facts/recordings/kernel-release.ts';

/** Kernels on which an example does the same, and what that is. */
export interface KernelGroup {
  /** the series of their releases, oldest first */
  kernels: string[];
  events: readonly RunEvent[];
}

type Recorded = Pick<Example, 'facts' | 'variants'>;

/** The kernels on which an example was recorded, by what it did there; the oldest first. */
export function kernelGroups({ variants: [first] }: Pick<Recorded, 'variants'>): KernelGroup[] {
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

/**
 * Why an example does not do the same everywhere; null if it does. Where own kernels agree with each
 * other, the older and the newer ones, and only the host differs, it is the machine.
 */
export function changeOf({ facts, variants }: Recorded): 'kernel' | 'machine' | null {
  const groups = kernelGroups({ variants });
  if (groups.length < 2) return null;
  const { elsewhere } = variants[0];
  const isAlone = facts.kernel === undefined && elsewhere.every(({ isSame }) => !isSame);
  return isAlone && groups.length === 2 && surrounds(groups) ? 'machine' : 'kernel';
}

/** Whether the kernels of the one group are older and newer than that of the other. */
const surrounds = ([wide, narrow]: readonly KernelGroup[]): boolean =>
  compareReleases(narrow!.kernels.at(-1)!, wide!.kernels.at(-1)!) < 0;
