import type { ArgumentKind } from '../kinds/argument-kind.ts';

/** One system call, as the tape shows it. */
export interface CallRow {
  name: string;
  /** where its arguments are defined: a file of the kernel's sources, a manual page */
  source: string;
  /** in the order of the registers, named as the manual page names them */
  args: readonly (readonly [name: string, kind: ArgumentKind])[];
}

/**
 * Calls that belong together. What the sandbox shows, what the tracer copies and how it is decoded
 * follow from their rows.
 */
export interface Family {
  id: string;
  /**
   * always: each call stands on the tape. own-line: only those that a line of the snippet's made;
   * the loader's and the runtime's own calls are none of the reader's.
   */
  shown: 'always' | 'own-line';
  /** why a stranger may make these calls; see sandbox/policy */
  reason: string;
  calls: readonly CallRow[];
}
