import type { Captured } from '../decode/capture/captured.ts';
import type { Frame } from '../decode/unwind/frame.ts';
import type { MappedCode } from '../decode/unwind/mapped-code.ts';
import type { LimitName, Verdict } from '../protocol/index.ts';
import type { Ending } from './stop.ts';

/** A stopped thread, as far as it shows where it stopped. */
interface RawPlace {
  frame: Frame;
  code: MappedCode;
}

/**
 * One side of a system call, undecoded. It contains everything that decoding needs, so that nothing
 * has to read the process again.
 */
interface RawSide {
  /** number of the call within the run, from 1; the tape renumbers those that it shows */
  call: number;
  /** number of the thread within the run, 1 for the first */
  thread: number;
  name: string;
  args: readonly bigint[];
  captured: Captured;
}

export type RawEntry = RawSide &
  RawPlace & {
    kind: 'entry';
    /** whether it is on the tape only if one of the snippet's lines made it */
    ownLineOnly: boolean;
  };

export type RawExit = RawSide & {
  kind: 'exit';
  /** what the program gets, e.g. -22: never ERESTART*, which only tracers see */
  result: bigint;
  elapsedNs: bigint;
  verdict: Verdict;
  /** rules of the reader's that had a part in it, by their places, from 1 */
  rules: readonly number[];
};

export type RawSignal = RawPlace & {
  kind: 'signal';
  signal: number;
  captured: Captured;
};

/** What the tracer reports, in the order in which it happens. */
export type TraceEvent =
  | { kind: 'started' }
  | RawEntry
  | RawExit
  | RawSignal
  /** A limit that the tracer enforces was exceeded; the run must be ended. */
  | { kind: 'limit'; limit: LimitName }
  /**
   * The program's own process ended. `cause` gives the reason if it was neither its own doing nor
   * the kernel's.
   */
  | { kind: 'ended'; ending: Ending; cause: EndingCause | null };

export type EndingCause =
  | { kind: 'limit'; limit: LimitName }
  /** a call of the 32-bit or x32 ABI, which the filter answers with SIGSYS */
  | { kind: 'foreign-abi'; syscall: string }
  /** the sandbox's pid 1 was dying first, which killed the program */
  | { kind: 'sandbox-killed' };

/** Whom the tracer reports to. */
export interface TraceListener {
  /** Something happened. The thread that did it is stopped until this returns. */
  record(event: TraceEvent): void;
  /** The threads run again: time for whatever took too long to keep them waiting. */
  catchUp(): void;
  /** Nothing has happened since: the tracer is about to wait, maybe for long. */
  rest(): void;
}
