import { fileSystems, scratches, type Scratch } from '../../protocol/index.ts';
import type { WorkDirectory } from './guest-steps.ts';
import type { BootableKernel } from './kernel-supply.ts';

type Means = Pick<BootableKernel, 'parts' | 'loop'>;

/** What a program works in on a machine, or why it cannot be had there. */
export function workDirectory(
  scratch: Scratch,
  { parts: { emptyDisk }, loop }: Means,
): WorkDirectory | string {
  if (scratch === 'tmpfs') return { kind: 'memory' };
  const cannot = `A machine of this server cannot have ${fileSystems[scratch]}`;
  if (emptyDisk === null) return `${cannot}: it has no mkfs.ext4.`;
  if (scratch === 'disk') return { kind: 'disk' };
  if (loop === null) return `${cannot}: it was fetched without its module loop.ko.`;
  return { kind: 'loop', module: loop, sectorBytes: 4096 };
}

export const machineScratches = (means: Means): Scratch[] =>
  scratches.filter((scratch) => typeof workDirectory(scratch, means) !== 'string');
