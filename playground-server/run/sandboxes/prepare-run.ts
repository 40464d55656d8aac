import type { Asker } from '../../compile/compiler.ts';
import { usualTape } from '../../protocol/index.ts';
import type { Language, RunDemands, RunRequest } from '../../protocol/index.ts';
import type { Given } from '../../sandbox/plan-program.ts';
import { lowerLimit } from '../../sandbox/restrain.ts';
import type { PreparedRun } from '../compile-and-execute.ts';
import type { AioMaxNr } from '../host/aio-max-nr.ts';
import type { Execution } from '../execution/execution.ts';
import { TracedExecution } from '../execution/traced-execution.ts';
import {
  freeSandbox,
  giveWay,
  holdSandbox,
  type HeldSandbox,
  type SandboxParts,
} from './held-sandbox.ts';
import { askedAnswers } from '../asked-answers.ts';
import { limitsOf, tapeLength } from '../limits.ts';
import type { ReadySandboxes } from './ready-sandboxes.ts';
import type { Runtime } from './runtime.ts';
import type { ThreadPool } from '../tracing/thread-pool.ts';
import type { RunRules } from '../tracing/trace-messages.ts';

/** What runs are prepared from. */
export interface PreparationParts extends SandboxParts {
  /** made ahead of need, on tmpfs */
  ready: Record<Language, ReadySandboxes<HeldSandbox>>;
  threads: ThreadPool;
  aioMaxNr: AioMaxNr;
}

/**
 * Gives a run a sandbox that waits for the program, made to the conditions of the request.
 * `troubled` receives what readers are not told, such as what could not be cleaned up afterwards.
 */
export async function prepareRun(
  parts: PreparationParts,
  demands: RunDemands,
  request: RunRequest,
  { isHeavy }: Pick<Asker, 'isHeavy'>,
  troubled: (error: unknown) => void,
): Promise<PreparedRun> {
  const { language, tape } = demands;
  const waiting = parts.ready[language];
  const addressSpaceMiB = request.conditions?.addressSpaceMiB;
  const given = { arguments: request.arguments ?? [], stdin: request.stdin ?? null };
  const isUsual = standsReady(demands, given, parts.runtimes[language]);
  const held = isUsual ? await waiting.take(isHeavy) : await holdSandbox(parts, demands, given);
  if (addressSpaceMiB !== undefined) await limitAddressSpace(parts, held, addressSpaceMiB);
  const isAsItWas = isUsual && addressSpaceMiB === undefined;
  let execution: Execution | null = null;
  return {
    execute(program, isHeavy) {
      if (isHeavy) giveWay(held);
      execution = new TracedExecution({
        held,
        threads: parts.threads,
        handover: held.runtime.handOver(program, request.source.split('\n').length, tape, given),
        rules: rulesOf(request, demands, held.runtime, parts.aioMaxNr.read()),
        troubled,
      });
      return execution;
    },
    dispose() {
      if (execution === null && isAsItWas) return waiting.giveBack(held);
      // The processes take a while to die, for which neither the reader nor the slot has to wait.
      end(parts, held, execution).catch(troubled);
      waiting.refill();
    },
  };
}

/** Whether the sandboxes that are made ahead of need are what a run asks for. */
const standsReady = (
  { scratch, tape }: RunDemands,
  { arguments: words, stdin }: Given,
  { servesAll }: Runtime,
): boolean => {
  const isUsual = (tape === usualTape || tape === 'none') && words.length === 0 && stdin === null;
  return scratch === 'tmpfs' && (servesAll || isUsual);
};

async function limitAddressSpace(
  parts: SandboxParts,
  held: HeldSandbox,
  MiB: number,
): Promise<void> {
  const { pid, lease } = held;
  try {
    lowerLimit(pid, lease.identity, 'addressSpaceBytes', MiB * 1024 * 1024);
  } catch (error) {
    await freeSandbox(parts, held);
    throw error;
  }
}

async function end(
  parts: SandboxParts,
  held: HeldSandbox,
  execution: Execution | null,
): Promise<void> {
  await execution?.gone();
  await freeSandbox(parts, held);
}

function rulesOf(
  request: RunRequest,
  { tape }: RunDemands,
  runtime: Runtime,
  aioMaxNr: number,
): RunRules {
  return {
    actions: runtime.actions[tape],
    tape,
    limits: limitsOf(runtime.limits, request),
    ...askedAnswers(request),
    aioMaxNr,
    maxTapeLength: tapeLength,
  };
}
