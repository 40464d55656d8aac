import { SandboxFailed } from '../../sandbox/sandbox-failed.ts';
import { bootMachine, type Machine } from './machine.ts';
import type { MachineParts } from './machine-parts.ts';

/**
 * Boots a machine, and another one if it does not begin in time, or ends: its kernel has been tried,
 * so the next attempt is as good as any. Throws what the last one said.
 */
export async function bootPatiently(
  parts: MachineParts,
  rootDirectory: string,
  timeoutsMs: readonly number[],
): Promise<Machine> {
  const [timeoutMs = 0, ...others] = timeoutsMs;
  try {
    return await bootMachine(parts, rootDirectory, timeoutMs);
  } catch (error) {
    if (!(error instanceof SandboxFailed) || others.length === 0) throw error;
    return bootPatiently(parts, rootDirectory, others);
  }
}
