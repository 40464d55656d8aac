// Written by `npm run tables`: edit scripts/tables/ instead.

/** The number of seccomp(2) on x86-64; asm/unistd_64.h. */
export const systemCalls = {
  seccomp: 317,
} as const;

/** What seccomp(2) is to do; linux/seccomp.h. */
export const seccompOperations = {
  SECCOMP_SET_MODE_FILTER: 1,
} as const;

/** Flags of SECCOMP_SET_MODE_FILTER; linux/seccomp.h. */
export const filterFlags = {
  SECCOMP_FILTER_FLAG_TSYNC: 0x1,
  SECCOMP_FILTER_FLAG_LOG: 0x2,
  SECCOMP_FILTER_FLAG_SPEC_ALLOW: 0x4,
  SECCOMP_FILTER_FLAG_NEW_LISTENER: 0x8,
  SECCOMP_FILTER_FLAG_TSYNC_ESRCH: 0x10,
  SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV: 0x20,
} as const;

/** `struct sock_fprog`, a filter: how many instructions, and where; linux/filter.h. */
export const sockFprog = {
  bytes: 16,
  fields: {
    len: 0,
    filter: 8,
  },
} as const;

/** `struct sock_filter`, an instruction; linux/filter.h. */
export const sockFilter = {
  bytes: 8,
  fields: {
    code: 0,
    jt: 2,
    jf: 3,
    k: 4,
  },
} as const;
