import { chooseEngine } from '../choose-engine.ts';
import type { KernelRow } from './kernel-row.ts';

/** A server's kernels, by the id that requests use; the first is the default. */
export const kernelTable = {
  /** the kernel of this machine, or of its runners */
  host: { start: chooseEngine },
} as const satisfies Record<string, KernelRow>;
