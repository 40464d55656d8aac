import { BootTimedOut, bootMachine, type Machine } from './machine.ts';
import type { MachineParts } from './machine-parts.ts';

/** Boots a machine, and another one if it does not begin in time. Throws what the last one said. */
export async function bootPatiently(
  parts: MachineParts,
  rootDirectory: string,
  timeoutsMs: readonly number[],
): Promise<Machine> {
  const [timeoutMs = 0, ...others] = timeoutsMs;
  try {
    return await bootMachine(parts, rootDirectory, timeoutMs);
  } catch (error) {
    if (!(error instanceof BootTimedOut) || others.length === 0) throw error;
    return bootPatiently(parts, rootDirectory, others);
  }
}
