import type {
  Environment,
  KernelFacts,
  Limits,
  PreflightCheck,
  RunDemands,
  RunRequest,
} from '../protocol/index.ts';
import type { CheckResult } from './check-snippet.ts';
import type { Admission, Rejected } from './queue/admission.ts';
import type { FairQueueBounds } from './queue/fair-queue.ts';
import type { TimedEvent } from './timed-event.ts';

export type { PreflightCheck };

/** Where the engine reports what no event of a run says. */
export interface EngineObserver {
  /**
   * Called for a failure of ours that no reader is told about, e.g. a cgroup that cannot be
   * removed.
   */
  troubled(error: unknown): void;
}

/** An observer that ignores every report. */
export const unheard: EngineObserver = { troubled: () => undefined };

/** What currently runs the snippets of one kernel, for gauges. */
export type Workforce = { kernel: string } & (
  | { kind: 'local'; readySandboxes: number; idleThreads: number; busyThreads: number }
  | { kind: 'remote'; runnersUp: number; runnersDown: number }
);

/** Thrown when a fact that only a runner knows is requested before any runner has reported it. */
export class FactUnknown extends Error {}

/** What http/ needs to run snippets. One engine per process. */
export interface Engine {
  /** How many runs may run and wait, per client on one kernel; slots change with the runners. */
  readonly bounds: Readonly<FairQueueBounds>;
  /** Ids of the kernels that it can run snippets on: a request that names another is refused. */
  readonly kernels: readonly string[];
  /** What there is to know of each, also where nothing runs on it now. */
  kernelFacts(): KernelFacts[];
  /** What a run with these demands may use. Throws FactUnknown. */
  limits(demands: RunDemands): Limits;
  /** The machine as seen by such a run. Throws FactUnknown. */
  environment(demands: RunDemands): Environment;
  /**
   * Why this host cannot run a well-formed request, e.g. disk scratch without loop devices; or
   * null.
   */
  unavailable(request: RunRequest): string | null;
  /** Takes a place in the queue of a kernel for `client` (an address), or says why there is none. */
  admit(client: string, kernel?: string): Admission | Rejected;
  /**
   * Runs a snippet: accepted, queued…, diagnostic…, compiled, …, and at last finished or faulted.
   * Never throws. Aborting `signal` cancels at any stage; the last event is then finished{cancelled}.
   * @param traceparent W3C Trace Context header, for a runner that the run is handed to
   */
  run(
    request: RunRequest,
    admission: Admission,
    signal: AbortSignal,
    traceparent?: string,
  ): AsyncGenerator<TimedEvent>;
  /** Like `admit`, for a check. Checks have their own queue, so that no run ever waits for one. */
  admitCheck(client: string, kernel?: string): Admission | Rejected;
  /** Compiles a snippet but runs nothing. Never rejects; aborting `signal` stops the compiler. */
  check(request: RunRequest, admission: Admission, signal: AbortSignal): Promise<CheckResult>;
  preflight(): Promise<PreflightCheck[]>;
  /** Current numbers, for gauges. */
  occupancy(): { running: number; waiting: number; tearingDown: number };
  /** One for each kernel. */
  workforces(): Workforce[];
  /**
   * Refuses new runs, lets current ones end within `graceMs`, cancels the rest, frees everything.
   */
  close(graceMs: number): Promise<void>;
}
