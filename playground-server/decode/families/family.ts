import type { ArgumentKind } from '../kinds/argument-kind.ts';

/** One system call, as the tape shows it. */
export interface CallRow {
  name: string;
  /** where its arguments are defined: a file of the kernel's source, or a manual page */
  source: string;
  /** in the order of the registers, with the manual page's names */
  args: readonly (readonly [name: string, kind: ArgumentKind])[];
}

/**
 * Calls that belong together. What the sandbox shows, what the tracer copies and how it is decoded
 * follow from their rows.
 */
export interface Family {
  id: string;
  /** the shortest tape that has them: "all" has those of "files", which has those of "aio" */
  tape: 'aio' | 'files' | 'all';
  /**
   * always: every call is on the tape. own-line: only those that a line of the snippet made, since
   * the reader did not write the loader's and the runtime's calls.
   */
  shown: 'always' | 'own-line';
  /** why a stranger may make those of these calls that no row of the policy allows; else none is */
  reason?: string;
  calls: readonly CallRow[];
}

/** A row, its arguments as `name: kind`, in their order. */
export const call = (
  name: string,
  source: string,
  args: Readonly<Record<string, ArgumentKind>>,
): CallRow => ({ name, source, args: Object.entries(args) });
