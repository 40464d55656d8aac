import type { Example } from '../facts/read-example.ts';
import { inOrderOfRelease } from '../facts/recordings/kernel-release.ts';
import { kernelGroups } from './kernel-groups.ts';

/** How far the recordings reach. */
export interface RecordedExtent {
  /** the series of all kernels, oldest first */
  kernels: string[];
  /** examples recorded on more than the host's kernel */
  everywhere: number;
  /** examples that run on the host's kernel only */
  onlyHere: number;
}

export function recordedExtent(examples: readonly Pick<Example, 'variants'>[]): RecordedExtent {
  const recorded = examples.map((example) =>
    kernelGroups(example).flatMap(({ kernels }) => kernels),
  );
  const everywhere = recorded.filter(({ length }) => length > 1).length;
  return {
    kernels: inOrderOfRelease([...new Set(recorded.flat())]),
    everywhere,
    onlyHere: recorded.length - everywhere,
  };
}
