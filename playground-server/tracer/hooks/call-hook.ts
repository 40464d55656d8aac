import type { Verdict } from '../../protocol/index.ts';
import type { TraceState } from '../trace-state.ts';
import type { PendingCall, Tracee } from '../tracee.ts';

/** An answer from the playground in place of the kernel's. */
export interface Answer {
  verdict: Exclude<Verdict, 'kernel' | 'watched' | 'address-space'>;
  errno: number;
}

/** A call, the thread that makes it, and the state of its run. */
export interface MadeCall {
  call: PendingCall;
  tracee: Tracee;
  state: TraceState;
}

/** What the tracer itself does about a call, besides reporting it. */
export interface CallHook {
  /**
   * Before the kernel sees the call; null lets it; "later" has the thread stand until something of
   * the run has ended, when it is asked again. Not called if the program's own filter answers.
   */
  before?(made: MadeCall): Answer | 'later' | null;
  /** After the call; `result` is null if it will never return, because its thread is gone. */
  after?(made: MadeCall, result: bigint | null): void;
}

/** The hooks of one run, with their state. */
export interface RunHooks {
  of(call: string): CallHook | undefined;
  /** No tracee is left. */
  close(): void;
}
