import type { Verdict } from '../protocol/index.ts';
import type { AddressSpace } from './address-space.ts';

/** A system call between its two sides. */
export interface PendingCall {
  /** number within the run, or null for a call that nobody is told of */
  number: number | null;
  name: string;
  nr: number;
  args: readonly bigint[];
  instructionPointer: bigint;
  stackPointer: bigint;
  enteredNs: bigint;
  verdict: Verdict;
}

/** A result that a signal may still turn into EINTR or into a restart of the call. */
export interface OpenResult {
  call: PendingCall;
  result: bigint;
  elapsedNs: bigint;
}

/** One thread under the tracer. */
export interface Tracee {
  pid: number;
  /** number within the run, which outlives an execve and is never used again */
  thread: number;
  /** pid of the thread group's leader */
  process: number;
  space: AddressSpace;
  pending: PendingCall | null;
  open: OpenResult | null;
  /** Stops at every call, because a filter of its own may answer before ours is asked. */
  stepping: boolean;
}
