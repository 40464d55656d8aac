// Written by `npm run tables`: edit scripts/tables/ instead.

/** What may be done to memory; sys/mman.h. */
export const protectionBits = {
  PROT_READ: 0x1,
  PROT_WRITE: 0x2,
  PROT_EXEC: 0x4,
} as const;

/** Flags of mmap(2); linux/mman.h. */
export const mapBits = {
  MAP_SHARED: 0x1,
  MAP_PRIVATE: 0x2,
  MAP_SHARED_VALIDATE: 0x3,
  MAP_FIXED: 0x10,
  MAP_ANONYMOUS: 0x20,
  MAP_32BIT: 0x40,
  MAP_GROWSDOWN: 0x100,
  MAP_LOCKED: 0x2000,
  MAP_NORESERVE: 0x4000,
  MAP_POPULATE: 0x8000,
  MAP_NONBLOCK: 0x10000,
  MAP_STACK: 0x20000,
  MAP_HUGETLB: 0x40000,
  MAP_SYNC: 0x80000,
  MAP_FIXED_NOREPLACE: 0x100000,
} as const;

/** Flags of mremap(2); linux/mman.h. */
export const remapBits = {
  MREMAP_MAYMOVE: 0x1,
  MREMAP_FIXED: 0x2,
  MREMAP_DONTUNMAP: 0x4,
} as const;

/** Flags of msync(2); sys/mman.h. */
export const msyncBits = {
  MS_ASYNC: 0x1,
  MS_INVALIDATE: 0x2,
  MS_SYNC: 0x4,
} as const;

/** Flags of mlock2(2); asm/mman.h. */
export const mlockBits = {
  MLOCK_ONFAULT: 0x1,
} as const;

/** Flags of mlockall(2); asm/mman.h. */
export const mlockallBits = {
  MCL_CURRENT: 0x1,
  MCL_FUTURE: 0x2,
  MCL_ONFAULT: 0x4,
} as const;

/** Advice of madvise(2); asm/mman.h. */
export const memoryAdvice = {
  MADV_NORMAL: 0,
  MADV_RANDOM: 1,
  MADV_SEQUENTIAL: 2,
  MADV_WILLNEED: 3,
  MADV_DONTNEED: 4,
  MADV_FREE: 8,
  MADV_REMOVE: 9,
  MADV_DONTFORK: 10,
  MADV_DOFORK: 11,
  MADV_MERGEABLE: 12,
  MADV_UNMERGEABLE: 13,
  MADV_HUGEPAGE: 14,
  MADV_NOHUGEPAGE: 15,
  MADV_DONTDUMP: 16,
  MADV_DODUMP: 17,
  MADV_WIPEONFORK: 18,
  MADV_KEEPONFORK: 19,
  MADV_COLD: 20,
  MADV_PAGEOUT: 21,
  MADV_POPULATE_READ: 22,
  MADV_POPULATE_WRITE: 23,
  MADV_DONTNEED_LOCKED: 24,
  MADV_COLLAPSE: 25,
  MADV_HWPOISON: 100,
  MADV_SOFT_OFFLINE: 101,
} as const;

/** What clone(2) shares or does; linux/sched.h. */
export const newTaskBits = {
  CLONE_VM: 0x100,
  CLONE_FS: 0x200,
  CLONE_FILES: 0x400,
  CLONE_SIGHAND: 0x800,
  CLONE_PIDFD: 0x1000,
  CLONE_PTRACE: 0x2000,
  CLONE_VFORK: 0x4000,
  CLONE_PARENT: 0x8000,
  CLONE_THREAD: 0x10000,
  CLONE_NEWNS: 0x20000,
  CLONE_SYSVSEM: 0x40000,
  CLONE_SETTLS: 0x80000,
  CLONE_PARENT_SETTID: 0x100000,
  CLONE_CHILD_CLEARTID: 0x200000,
  CLONE_DETACHED: 0x400000,
  CLONE_UNTRACED: 0x800000,
  CLONE_CHILD_SETTID: 0x1000000,
  CLONE_NEWCGROUP: 0x2000000,
  CLONE_NEWUTS: 0x4000000,
  CLONE_NEWIPC: 0x8000000,
  CLONE_NEWUSER: 0x10000000,
  CLONE_NEWPID: 0x20000000,
  CLONE_NEWNET: 0x40000000,
  CLONE_IO: 0x80000000,
} as const;

/** Options of wait4(2) and waitid(2); sys/wait.h. */
export const waitBits = {
  WNOHANG: 0x1,
  WUNTRACED: 0x2,
  WEXITED: 0x4,
  WCONTINUED: 0x8,
  WNOWAIT: 0x1000000,
  __WNOTHREAD: 0x20000000,
  __WALL: 0x40000000,
  __WCLONE: 0x80000000,
} as const;

/** Whom waitid(2) waits for; linux/wait.h. */
export const waitTypes = {
  P_ALL: 0,
  P_PID: 1,
  P_PGID: 2,
  P_PIDFD: 3,
} as const;

/** Operations of futex(2); linux/futex.h. */
export const futexOperations = {
  FUTEX_WAIT: 0,
  FUTEX_WAKE: 1,
  FUTEX_REQUEUE: 3,
  FUTEX_CMP_REQUEUE: 4,
  FUTEX_WAKE_OP: 5,
  FUTEX_LOCK_PI: 6,
  FUTEX_UNLOCK_PI: 7,
  FUTEX_TRYLOCK_PI: 8,
  FUTEX_WAIT_BITSET: 9,
  FUTEX_WAKE_BITSET: 10,
  FUTEX_LOCK_PI2: 13,
} as const;

/** What is added to an operation; linux/futex.h. */
export const futexBits = {
  FUTEX_PRIVATE_FLAG: 0x80,
  FUTEX_CLOCK_REALTIME: 0x100,
} as const;

/** Clocks; linux/time.h. */
export const clocks = {
  CLOCK_REALTIME: 0,
  CLOCK_MONOTONIC: 1,
  CLOCK_PROCESS_CPUTIME_ID: 2,
  CLOCK_THREAD_CPUTIME_ID: 3,
  CLOCK_MONOTONIC_RAW: 4,
  CLOCK_REALTIME_COARSE: 5,
  CLOCK_MONOTONIC_COARSE: 6,
  CLOCK_BOOTTIME: 7,
  CLOCK_REALTIME_ALARM: 8,
  CLOCK_BOOTTIME_ALARM: 9,
  CLOCK_TAI: 11,
} as const;

/** Flags of clock_nanosleep(2) and timer_settime(2); linux/time.h. */
export const timerBits = {
  TIMER_ABSTIME: 0x1,
} as const;

/** Timers of setitimer(2); linux/time.h. */
export const intervalTimers = {
  ITIMER_REAL: 0,
  ITIMER_VIRTUAL: 1,
  ITIMER_PROF: 2,
} as const;

/** How rt_sigprocmask(2) changes a mask; asm/signal.h. */
export const maskChanges = {
  SIG_BLOCK: 0,
  SIG_UNBLOCK: 1,
  SIG_SETMASK: 2,
} as const;

/** Flags of a struct sigaction; asm/signal.h. */
export const handlerBits = {
  SA_NOCLDSTOP: 0x1,
  SA_NOCLDWAIT: 0x2,
  SA_SIGINFO: 0x4,
  SA_RESTORER: 0x4000000,
  SA_ONSTACK: 0x8000000,
  SA_RESTART: 0x10000000,
  SA_NODEFER: 0x40000000,
  SA_RESETHAND: 0x80000000,
} as const;

/** First argument of prctl(2); linux/prctl.h. */
export const processControls = {
  PR_SET_PDEATHSIG: 1,
  PR_GET_PDEATHSIG: 2,
  PR_GET_DUMPABLE: 3,
  PR_SET_DUMPABLE: 4,
  PR_SET_NAME: 15,
  PR_GET_NAME: 16,
  PR_GET_SECCOMP: 21,
  PR_SET_SECCOMP: 22,
  PR_CAPBSET_READ: 23,
  PR_SET_TIMERSLACK: 29,
  PR_GET_TIMERSLACK: 30,
  PR_SET_CHILD_SUBREAPER: 36,
  PR_GET_CHILD_SUBREAPER: 37,
  PR_SET_NO_NEW_PRIVS: 38,
  PR_GET_NO_NEW_PRIVS: 39,
  PR_SET_VMA: 1398164801,
} as const;

/** Operations of seccomp(2); linux/seccomp.h. */
export const seccompOperations = {
  SECCOMP_SET_MODE_STRICT: 0,
  SECCOMP_SET_MODE_FILTER: 1,
  SECCOMP_GET_ACTION_AVAIL: 2,
  SECCOMP_GET_NOTIF_SIZES: 3,
} as const;

/** Whose priority; sys/resource.h. */
export const priorityTargets = {
  PRIO_PROCESS: 0,
  PRIO_PGRP: 1,
  PRIO_USER: 2,
} as const;

/** Whose I/O priority; linux/ioprio.h. */
export const ioPriorityTargets = {
  IOPRIO_WHO_PROCESS: 1,
  IOPRIO_WHO_PGRP: 2,
  IOPRIO_WHO_USER: 3,
} as const;

/** Whose usage getrusage(2) tells; linux/resource.h. */
export const usageTargets = {
  RUSAGE_CHILDREN: -1,
  RUSAGE_SELF: 0,
  RUSAGE_THREAD: 1,
} as const;

/** Policies of scheduling; linux/sched.h. */
export const schedulers = {
  SCHED_NORMAL: 0,
  SCHED_FIFO: 1,
  SCHED_RR: 2,
  SCHED_BATCH: 3,
  SCHED_IDLE: 5,
  SCHED_DEADLINE: 6,
} as const;

/** Flags of getrandom(2); linux/random.h. */
export const randomBits = {
  GRND_NONBLOCK: 0x1,
  GRND_RANDOM: 0x2,
  GRND_INSECURE: 0x4,
} as const;

/** Requests of arch_prctl(2); asm/prctl.h. */
export const registerRequests = {
  ARCH_SET_GS: 4097,
  ARCH_SET_FS: 4098,
  ARCH_GET_FS: 4099,
  ARCH_GET_GS: 4100,
  ARCH_GET_CPUID: 4113,
  ARCH_SET_CPUID: 4114,
} as const;

/** Flags of shmget(2), semget(2) and msgget(2); linux/ipc.h. */
export const ipcBits = {
  IPC_CREAT: 0x200,
  IPC_EXCL: 0x400,
  IPC_NOWAIT: 0x800,
} as const;

/** Commands of shmctl(2) and its like; linux/ipc.h. */
export const ipcCommands = {
  IPC_RMID: 0,
  IPC_SET: 1,
  IPC_STAT: 2,
  IPC_INFO: 3,
} as const;
