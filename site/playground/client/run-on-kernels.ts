import type { RunRequest } from '../../../playground-server/protocol/index.ts';
import type { OfferedKernel } from './offered-kernels.ts';
import { requestRun } from '../../../playground-server/protocol/client/request-run.ts';
import { idleRun, requestedRun, type RunState } from './run-state.ts';
import { statesOf } from './run-states.ts';

/** How a snippet fares on one of several kernels. */
export interface KernelRun {
  kernel: OfferedKernel;
  state: RunState;
}

/**
 * Runs a snippet on one kernel after the other, so that a reader has one machine at a time. Gives
 * all runs anew whenever one of them has changed; ends where `signal` is aborted.
 */
export async function* runOnKernels(
  fetchFrom: typeof fetch,
  request: RunRequest,
  kernels: readonly OfferedKernel[],
  signal: AbortSignal,
): AsyncGenerator<readonly KernelRun[]> {
  let runs: readonly KernelRun[] = kernels.map((kernel) => ({ kernel, state: idleRun }));
  yield runs;
  for (const [at, kernel] of kernels.entries()) {
    const asked = { ...request, kernel: kernel.id };
    for await (const state of statesOf(() => requestRun(fetchFrom, asked, signal), requestedRun)) {
      if (signal.aborted) return;
      yield (runs = runs.with(at, { kernel, state }));
    }
  }
}
