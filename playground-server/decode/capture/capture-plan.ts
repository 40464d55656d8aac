import type { NumberType } from '../../linux/number-type.ts';

/**
 * What is copied of a tracee's memory while it is stopped, as data: see README.md in this folder. A
 * plan does not name calls and travels as JSON, so that whatever holds the tracee can carry it out:
 * the tracer here, or an agent on a kernel of its own.
 */
export interface CapturePlan {
  entry: readonly Take[];
  exit: readonly Take[];
  /** arguments that are descriptors, to be named at the entry */
  descriptors: readonly Source[];
}

/** An array in the tracee's memory, or a single structure, with what its elements lead to. */
export interface Take {
  /** the address; nothing is taken at 0 */
  at: Source;
  elementBytes: number;
  /** number of elements: one if left out, none if the number is not positive */
  count?: { of: Source; most: number } | number;
  /** taken only if this holds for the element that led here */
  when?: Condition;
  /** counts towards the most that a call may take of the program's buffers */
  isBuffer?: true;
  /** something about each element that a later call's plan can look up */
  note?: Note;
  /** a descriptor in each element, to be named */
  descriptor?: Source;
  /** what to follow from each element that was read whole */
  each?: readonly Take[];
}

/** Where to find a number; all but addresses below 2^16 are only passed on. */
export type Source =
  /** an argument of the call, counted from 0 */
  | { from: 'argument'; index: number; type: NumberType }
  /** the kernel's result, signed; only at the exit */
  | { from: 'result' }
  /** the stack pointer of the thread */
  | { from: 'stack' }
  /** a number in the current element */
  | { from: 'field'; offset: number; type: NumberType }
  /** what an earlier call noted under the number in this field of the current element */
  | { from: 'note'; book: string; offset: number; type: NumberType };

/** Holds when the number is one of those listed. */
export interface Condition {
  value: Source;
  in: readonly number[];
}

/** Writes `value` into a book under the element's address; if `when` fails, deletes the entry. */
export interface Note {
  book: string;
  value: Source;
  when: Condition;
}
