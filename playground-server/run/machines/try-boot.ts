import { BootTimedOut, bootMachine, freeMachine } from './machine.ts';
import type { MachineParts } from './machine-parts.ts';

const trialTimeoutMs = 15_000;

/**
 * Boots a kernel once, before readers may choose it. Throws DoesNotBoot where it cannot; one that is
 * only late may have a busy host, and is as good as any.
 */
export async function tryBoot(
  parts: MachineParts,
  rootDirectory: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await freeMachine(parts, await bootMachine(parts, rootDirectory, trialTimeoutMs, signal));
  } catch (error) {
    if (!(error instanceof BootTimedOut)) throw error;
  }
}
