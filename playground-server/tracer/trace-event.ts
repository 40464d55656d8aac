import type { ReadMemory } from '../decode/read-memory.ts';
import type { LimitName, Verdict } from '../protocol/index.ts';
import type { Ending } from './stop.ts';

/** Where a thread stood when it stopped. */
export interface Frame {
  instructionPointer: bigint;
  stackPointer: bigint;
}

/** One side of a system call, undecoded. `read` is valid only while the listener runs. */
interface RawSide {
  call: number;
  thread: number;
  name: string;
  args: readonly bigint[];
  read: ReadMemory;
}

export type RawEntry = RawSide & { kind: 'entry'; frame: Frame };

export type RawExit = RawSide & {
  kind: 'exit';
  /** what the kernel gave, e.g. -22; ERESTART* when the kernel restarts the call unseen */
  result: bigint;
  /** true when a signal handler ran and the program sees EINTR instead */
  interrupted: boolean;
  elapsedNs: bigint;
  verdict: Verdict;
};

/** What the tracer tells, in the order in which it happens. The tracees stand still meanwhile. */
export type TraceEvent =
  | { kind: 'started' }
  | RawEntry
  | RawExit
  | { kind: 'signal'; signal: number; frame: Frame; read: ReadMemory }
  /** A limit that the tracer guards was exceeded; the run is to be ended. */
  | { kind: 'limit'; limit: LimitName }
  /** The program's own process ended. `cause` says why when it was neither its own doing nor the kernel's. */
  | { kind: 'ended'; ending: Ending; cause: EndingCause | null };

export type EndingCause =
  | { kind: 'limit'; limit: LimitName }
  /** a call of the 32-bit or x32 ABI, which the filter answers with SIGSYS */
  | { kind: 'foreign-abi'; syscall: string }
  /** the sandbox's pid 1 was dying before the program, which died of that */
  | { kind: 'sandbox-killed' };

export type TraceListener = (event: TraceEvent) => void;
