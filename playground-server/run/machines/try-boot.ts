import { DoesNotBoot } from './does-not-boot.ts';
import { BootTimedOut, bootMachine, freeMachine } from './machine.ts';
import type { MachineParts } from './machine-parts.ts';

const trialTimeoutMs = 15_000;
const trials = 2;

/**
 * Boots a kernel once, before readers may choose it. Throws DoesNotBoot where it cannot, and could
 * not again: a busy host may have had no room for it. One that is only late is as good as any.
 */
export async function tryBoot(
  parts: MachineParts,
  rootDirectory: string,
  signal: AbortSignal,
  trialsLeft = trials,
): Promise<void> {
  try {
    await freeMachine(parts, await bootMachine(parts, rootDirectory, trialTimeoutMs, signal));
  } catch (error) {
    if (error instanceof BootTimedOut) return;
    const isLast = trialsLeft === 1 || signal.aborted || !(error instanceof DoesNotBoot);
    if (isLast) throw error;
    await tryBoot(parts, rootDirectory, signal, trialsLeft - 1);
  }
}
