/**
 * What is copied of a tracee's memory while it stands still, as data: see README.md beside this
 * file. A plan knows no call by name and travels as JSON, so that whoever holds the tracee can carry
 * it out: the tracer here, or an agent on a kernel of its own.
 */
export interface CapturePlan {
  entry: readonly Take[];
  exit: readonly Take[];
}

/** An array in the tracee's memory, or one structure, with what its elements lead to. */
export interface Take {
  /** the address; nothing is taken at 0 */
  at: Source;
  elementBytes: number;
  /** how many elements: one where this is left out, none where the number is not positive */
  count?: { of: Source; most: number } | number;
  /** taken only where this holds of the element that led here */
  when?: Condition;
  /** counted against what a call may take of the program's buffers */
  isBuffer?: true;
  /** something of each element that a later call's plan looks up */
  note?: Note;
  /** what to follow from each element that could be read whole */
  each?: readonly Take[];
}

export type NumberType = 's16' | 'u16' | 's32' | 'u32' | 's64' | 'u64';

/** Where a number is found; all but addresses below 2^16 are only ever passed on. */
export type Source =
  /** an argument of the call, counted from 0 */
  | { from: 'argument'; index: number; type: NumberType }
  /** what the kernel returned, signed; only at the exit */
  | { from: 'result' }
  /** the stack pointer of the thread */
  | { from: 'stack' }
  /** a number in the element at hand */
  | { from: 'field'; offset: number; type: NumberType }
  /** what an earlier call noted under the number in this field */
  | { from: 'note'; book: string; offset: number; type: NumberType };

/** Holds when the number is one of those listed. */
export interface Condition {
  value: Source;
  in: readonly number[];
}

/** Writes `value` into a book under the element's address; where `when` fails, strikes out what is there. */
export interface Note {
  book: string;
  value: Source;
  when: Condition;
}
