import type { Verdict } from '../protocol/index.ts';
import type { AddressSpace } from './address-space.ts';

/** A system call between entry and exit. */
export interface PendingCall {
  /** number within the run, or null for a call that is not reported */
  number: number | null;
  name: string;
  nr: number;
  args: readonly bigint[];
  instructionPointer: bigint;
  stackPointer: bigint;
  enteredNs: bigint;
  verdict: Verdict;
}

/** A result that a signal may still turn into EINTR or a restart of the call. */
export interface OpenResult {
  call: PendingCall;
  result: bigint;
  elapsedNs: bigint;
}

/** One thread under the tracer. */
export interface Tracee {
  pid: number;
  /** number within the run, which survives an execve and is never reused */
  thread: number;
  /** pid of the thread group's leader */
  process: number;
  space: AddressSpace;
  pending: PendingCall | null;
  open: OpenResult | null;
  /** Stops at every call, because a filter of its own may answer before ours is asked. */
  stepping: boolean;
  /** Its pid may be another's. */
  isReaped: boolean;
}
