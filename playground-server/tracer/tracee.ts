import type { Verdict } from '../protocol/index.ts';
import type { AddressSpace } from './aio-budget.ts';

/** A system call between its two sides. */
export interface PendingCall {
  /** number on the tape, or null for a call that is only watched */
  number: number | null;
  name: string;
  nr: number;
  args: readonly bigint[];
  instructionPointer: bigint;
  enteredNs: bigint;
  verdict: Verdict;
  /** nr_events set aside for an io_setup that is under way */
  reserved: number;
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
  /** 1 for the first; the others get 2, 3 … with the first row that they put on the tape */
  thread: number | null;
  /** pid of the thread group's leader */
  process: number;
  space: AddressSpace;
  pending: PendingCall | null;
  open: OpenResult | null;
  /** Stops at every call, because a filter of its own may answer before ours is asked. */
  stepping: boolean;
}
