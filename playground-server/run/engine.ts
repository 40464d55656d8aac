import type { Environment, Language, Limits, RunRequest } from '../protocol/index.ts';
import type { CheckResult } from './check-snippet.ts';
import type { Admission, Rejected } from './fair-queue.ts';
import type { TimedEvent } from './trace-messages.ts';

/** One thing the host must offer, whether it does, and how to mend it if it does not. */
export interface PreflightCheck {
  name: string;
  /** "optional" checks only cost a condition, e.g. the ext4 scratch. */
  need: 'required' | 'optional';
  ok: boolean;
  detail: string;
  /** What an operator can do; empty when ok. */
  remedy: string;
}

/** A stage whose duration is worth a histogram. */
export type Stage = 'queue' | 'compile' | 'launch' | 'first-event' | 'run' | 'total' | 'check';

/** Where the engine reports what it measures; metrics are one listener, the status page another. */
export interface EngineObserver {
  stageDone(stage: Stage, elapsedMs: number): void;
  runDone(outcome: string): void;
  /** Something of ours went wrong that no reader hears of, e.g. a cgroup that cannot be removed. */
  troubled(error: unknown): void;
}

/** What http/ needs of the runner. One engine per process. */
export interface Engine {
  readonly limits: Record<Language, Limits>;
  /** The machine as seen by a run in this language, with this scratch file system. */
  environment(language: Language, scratch: 'tmpfs' | 'disk'): Environment;
  /** Why a well-formed request cannot be run on this host, or null, e.g. disk scratch without loop devices. */
  unavailable(request: RunRequest): string | null;
  /** Takes a place in the queue for `client` (an address), or says why there is none. */
  admit(client: string): Admission | Rejected;
  /**
   * Runs a snippet: accepted, queued…, diagnostic…, compiled, …, and at last finished or faulted.
   * Never throws. Aborting `signal` cancels at any stage; the last event is then finished{cancelled}.
   */
  run(request: RunRequest, admission: Admission, signal: AbortSignal): AsyncGenerator<TimedEvent>;
  /** As `admit`, for a check. Checks have a queue of their own: no run ever waits for one. */
  admitCheck(client: string): Admission | Rejected;
  /** Compiles a snippet and runs nothing. Never rejects; aborting `signal` stops the compiler. */
  check(request: RunRequest, admission: Admission, signal: AbortSignal): Promise<CheckResult>;
  preflight(): Promise<PreflightCheck[]>;
  /** Numbers of this moment, for gauges. */
  occupancy(): { running: number; waiting: number; tearingDown: number };
  /** Refuses new runs, lets running ones end within `graceMs`, cancels the rest, frees everything. */
  close(graceMs: number): Promise<void>;
}
