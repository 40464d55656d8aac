// Written by `npm run tables`: edit scripts/tables/ instead.

/** What a new task shares; linux/sched.h. */
export const cloneFlags = {
  CLONE_VM: 0x100,
  CLONE_THREAD: 0x10000,
} as const;

/** Whom waitpid(2) waits for, and whether; linux/wait.h. */
export const waitOptions = {
  WNOHANG: 0x1,
  __WNOTHREAD: 0x20000000,
  __WALL: 0x40000000,
} as const;

/** First argument of prctl(2); linux/prctl.h. */
export const prctlOptions = {
  PR_SET_SECCOMP: 22,
  PR_SET_MEMORY_MERGE: 67,
} as const;

/** What prlimit(2) limits; asm-generic/resource.h. */
export const resources = {
  RLIMIT_CPU: 0,
  RLIMIT_FSIZE: 1,
  RLIMIT_DATA: 2,
  RLIMIT_STACK: 3,
  RLIMIT_CORE: 4,
  RLIMIT_RSS: 5,
  RLIMIT_NPROC: 6,
  RLIMIT_NOFILE: 7,
  RLIMIT_MEMLOCK: 8,
  RLIMIT_AS: 9,
  RLIMIT_LOCKS: 10,
  RLIMIT_SIGPENDING: 11,
  RLIMIT_MSGQUEUE: 12,
  RLIMIT_NICE: 13,
  RLIMIT_RTPRIO: 14,
  RLIMIT_RTTIME: 15,
} as const;
