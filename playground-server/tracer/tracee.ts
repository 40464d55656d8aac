import type { CapturePlan } from '../decode/capture/capture-plan.ts';
import type { Captured } from '../decode/capture/captured.ts';
import type { Verdict } from '../protocol/index.ts';
import type { Ruling } from './answers/answer-rules.ts';
import type { AddressSpace } from './address-space.ts';

/** A system call between entry and exit. */
export interface PendingCall {
  /** number within the run, or null for a call that is not reported */
  number: number | null;
  name: string;
  nr: number;
  args: readonly bigint[];
  /** what the kernel is asked for: `args` themselves, unless a rule asks for less */
  asked: readonly bigint[];
  ruling: Ruling;
  /** rules that had a part in its answer, by their places, from 1 */
  rules: readonly number[];
  /** what is copied at both its sides; null for a call that is not reported */
  plan: CapturePlan | null;
  /** what was copied before the kernel saw it; null for a call that is not reported */
  captured: Captured | null;
  instructionPointer: bigint;
  stackPointer: bigint;
  enteredNs: bigint;
  verdict: Verdict;
  /** made again at the same place: the program knows of one call only */
  isRepeated: boolean;
  /** what it collected before the tracer made it again; null if it is in its own registers */
  collected: bigint | null;
}

/** What a call gave, as the program sees it. */
export interface CallResult {
  call: PendingCall;
  result: bigint;
  elapsedNs: bigint;
}

/** A call that is to be made again, by the kernel or by the tracer, unless a handler runs first. */
export type OpenCall = CallResult & { by: 'kernel' | 'tracer' };

/** One thread under the tracer. */
export interface Tracee {
  pid: number;
  /** number within the run, which survives an execve and is never reused */
  thread: number;
  /** pid of the thread group's leader */
  process: number;
  space: AddressSpace;
  pending: PendingCall | null;
  open: OpenCall | null;
  /** Stops at every call, because a filter of its own may answer before ours is asked. */
  stepping: boolean;
  /** Its pid may be another's. */
  isReaped: boolean;
}
