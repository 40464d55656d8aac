// Written by `npm run tables`: edit scripts/tables/ instead.

/** What a filter answers; linux/seccomp.h. */
export const filterActions = {
  SECCOMP_RET_ERRNO: 0x50000,
  SECCOMP_RET_TRACE: 0x7ff00000,
  SECCOMP_RET_ALLOW: 0x7fff0000,
  SECCOMP_RET_KILL_PROCESS: 0x80000000,
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

/** The ABI of a call, as seccomp and ptrace tell it; linux/audit.h. */
export const architectures = {
  AUDIT_ARCH_I386: 0x40000003,
  AUDIT_ARCH_X86_64: 0xc000003e,
} as const;
