import type {
  Environment,
  Limits,
  PreflightCheck,
  RunDemands,
  RunRequest,
} from '../protocol/index.ts';
import type { CheckResult } from './check-snippet.ts';
import type { Admission, FairQueueBounds, Rejected } from './queue/fair-queue.ts';
import type { TimedEvent } from './tracing/trace-messages.ts';

export type { PreflightCheck };

/** Where the engine reports what no event of a run says. */
export interface EngineObserver {
  /** Something of ours went wrong that no reader hears of, e.g. a cgroup that cannot be removed. */
  troubled(error: unknown): void;
}

/** An observer that ignores every report. */
export const unheard: EngineObserver = { troubled: () => undefined };

/** What an engine consists of at this moment, for gauges. */
export type Workforce =
  | { kind: 'local'; readySandboxes: number; idleThreads: number; busyThreads: number }
  | { kind: 'remote'; runnersUp: number; runnersDown: number };

/** Thrown for a fact that only a runner knows, as long as none has told it. */
export class FactUnknown extends Error {}

/** What http/ needs of the runner. One engine per process. */
export interface Engine {
  /** How many runs go on and wait; the slots change with the runners. */
  readonly bounds: Readonly<FairQueueBounds>;
  /** Ids of the kernels that a request may name. */
  readonly kernels: readonly string[];
  /** What a run with these demands may use. Throws FactUnknown. */
  limits(demands: RunDemands): Limits;
  /** The machine as such a run sees it. Throws FactUnknown. */
  environment(demands: RunDemands): Environment;
  /** Why a well-formed request cannot be run on this host, or null, e.g. disk scratch without loop devices. */
  unavailable(request: RunRequest): string | null;
  /** Takes a place in the queue of a kernel for `client` (an address), or says why there is none. */
  admit(client: string, kernel?: string): Admission | Rejected;
  /**
   * Runs a snippet: accepted, queued…, diagnostic…, compiled, …, and at last finished or faulted.
   * Never throws. Aborting `signal` cancels at any stage; the last event is then finished{cancelled}.
   */
  run(request: RunRequest, admission: Admission, signal: AbortSignal): AsyncGenerator<TimedEvent>;
  /** As `admit`, for a check. Checks have a queue of their own: no run ever waits for one. */
  admitCheck(client: string, kernel?: string): Admission | Rejected;
  /** Compiles a snippet and runs nothing. Never rejects; aborting `signal` stops the compiler. */
  check(request: RunRequest, admission: Admission, signal: AbortSignal): Promise<CheckResult>;
  preflight(): Promise<PreflightCheck[]>;
  /** Numbers of this moment, for gauges. */
  occupancy(): { running: number; waiting: number; tearingDown: number };
  workforce(): Workforce;
  /** Refuses new runs, lets running ones end within `graceMs`, cancels the rest, frees everything. */
  close(graceMs: number): Promise<void>;
}
