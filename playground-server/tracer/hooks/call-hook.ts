import type { Verdict } from '../../protocol/index.ts';
import type { AddressSpace } from '../address-space.ts';
import type { TraceState } from '../trace-state.ts';
import type { PendingCall, Tracee } from '../tracee.ts';

/** An answer of the playground's, in the kernel's stead. */
export interface Answer {
  verdict: Exclude<Verdict, 'kernel'>;
  errno: number;
}

/** A call, who makes it, and in which run. */
export interface MadeCall {
  call: PendingCall;
  tracee: Tracee;
  state: TraceState;
}

/** What the tracer itself has to do with a call, beside telling of it. */
export interface CallHook {
  /** The kernel is about to see the call: null lets it. Not asked where a filter of the program's own answers. */
  before?(made: MadeCall): Answer | null;
  /** The call came back; `result` null: it never will, its thread is gone. */
  after?(made: MadeCall, result: bigint | null): void;
}

/** The hooks of one run, with what they remember. */
export interface RunHooks {
  of(call: string): CallHook | undefined;
  /** The last thread left an address space, and what belonged to it is gone. */
  spaceEnded(space: AddressSpace): void;
}
