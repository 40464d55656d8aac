import type { AioCall, Language, RunDemands, RunRequest } from '../../protocol/index.ts';
import { setSandboxLimit } from '../../sandbox/launch.ts';
import type { PreparedRun } from '../conduct.ts';
import { readAioMaxNr } from '../host/environment.ts';
import type { Execution } from '../execution/execution.ts';
import { TracedExecution } from '../execution/traced-execution.ts';
import { freeSandbox, holdSandbox, type HeldSandbox, type RunSite } from './held-sandbox.ts';
import { tapeLength } from '../limits.ts';
import type { ReadySandboxes } from './ready-sandboxes.ts';
import type { Runtime } from './runtime.ts';
import type { RunRules } from '../tracing/trace-messages.ts';

/** Errno numbers of the refusals that may be asked for, asm-generic/errno-base.h and errno.h. */
const refusalErrno = { EPERM: 1, ENOSYS: 38 } as const;

/**
 * Gives a run a sandbox that waits for the program, made to the conditions of the request.
 * `trouble` hears what could not be cleaned up after it.
 */
export async function prepareRun(
  site: RunSite,
  ready: Record<Language, ReadySandboxes>,
  demands: RunDemands,
  request: RunRequest,
  trouble: (error: unknown) => void,
): Promise<PreparedRun> {
  const { language, scratch } = demands;
  const addressSpaceMiB = request.conditions?.addressSpaceMiB;
  const held = scratch === 'disk' ? await holdSandbox(site, demands) : await ready[language].take();
  try {
    if (addressSpaceMiB !== undefined) limitAddressSpace(held, addressSpaceMiB * 1024 * 1024);
  } catch (error) {
    await freeSandbox(site, held);
    throw error;
  }
  let execution: Execution | null = null;
  return {
    execute(program) {
      execution = new TracedExecution({
        held,
        threads: site.threads,
        handover: held.runtime.handOver(program, request.source.split('\n').length),
        rules: rulesOf(request, held.runtime),
      });
      return execution;
    },
    dispose() {
      // The rest of the death of the processes is waited for without the reader and without the slot.
      dispose(site, held, execution).catch(trouble);
      ready[language].refill();
    },
  };
}

const limitAddressSpace = ({ pid, lane }: HeldSandbox, bytes: number): void =>
  setSandboxLimit(pid, lane.identity, 'addressSpaceBytes', bytes);

async function dispose(
  site: RunSite,
  held: HeldSandbox,
  execution: Execution | null,
): Promise<void> {
  await execution?.gone();
  await freeSandbox(site, held);
}

function rulesOf(request: RunRequest, { actions, limits }: Runtime): RunRules {
  const refuse = Object.entries(request.conditions?.refuse ?? {});
  return {
    actions,
    limits,
    refusals: refuse.map(([call, errno]): [AioCall, number] => [
      call as AioCall,
      refusalErrno[errno],
    ]),
    aioMaxNr: readAioMaxNr(),
    maxTapeLength: tapeLength,
  };
}
