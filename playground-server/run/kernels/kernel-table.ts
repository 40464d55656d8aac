import { chooseEngine } from '../choose-engine.ts';
import type { KernelRow } from './kernel-row.ts';

/** Kernels of a server, by the id that a request names; the first where it names none. */
export const kernelTable = {
  /** of the machine that serves, or of its runners */
  host: { start: chooseEngine },
} as const satisfies Record<string, KernelRow>;
