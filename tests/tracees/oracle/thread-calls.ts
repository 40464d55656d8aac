/** One call as both oracles tell it. A call that never came back has neither result nor errno. */
export interface SeenCall {
  name: string;
  /** what syscall(2) gives, e.g. "-1"; null when the kernel's answer never reached the program */
  returned: string | null;
  errno: string | null;
  /**
   * Places in the program that led to it, as offsets in its file, innermost first. Only strace -k
   * gives them, and only for calls that came back.
   */
  frames?: number[];
}

/** The calls of each thread that made some, in the order of the threads' birth. */
export type ThreadCalls = SeenCall[][];

/** A call in strace's words: `io_setup = 0`, `io_destroy = -1 EINVAL`, `io_getevents = ?`. */
export function callText({ name, returned, errno }: SeenCall): string {
  const answer = differing.has(name) && errno === null ? '…' : (returned ?? '?');
  return [name, '=', answer, errno].filter((word) => word !== null).join(' ');
}

/** Calls that return an address, an id or a time, which no two runs have in common. */
const differing: ReadonlySet<string> = new Set([
  ...['mmap', 'mremap', 'brk', 'shmat', 'shmget', 'semget', 'msgget', 'time', 'times'],
  ...['fork', 'vfork', 'clone', 'wait4', 'getpid', 'getppid', 'gettid', 'getpgrp', 'getpgid'],
  ...['setsid', 'set_tid_address', 'getuid', 'geteuid', 'getgid', 'getegid'],
]);
