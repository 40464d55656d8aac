// Written by `npm run tables`: edit scripts/tables/ instead.

/** Flags of a descriptor, and of open(2); asm-generic/fcntl.h. */
export const openFlags = {
  FD_CLOEXEC: 0x1,
  O_NONBLOCK: 0x800,
  O_CLOEXEC: 0x80000,
} as const;

/** Commands of fcntl(2); linux/fcntl.h. */
export const fcntlCommands = {
  F_SETFD: 2,
  F_SETFL: 4,
  F_DUPFD_CLOEXEC: 1030,
  F_SETPIPE_SZ: 1031,
  F_GETPIPE_SZ: 1032,
  F_ADD_SEALS: 1033,
  F_GET_SEALS: 1034,
  F_GET_RW_HINT: 1035,
  F_SET_RW_HINT: 1036,
  F_GET_FILE_RW_HINT: 1037,
  F_SET_FILE_RW_HINT: 1038,
} as const;

/** Operations of flock(2); asm-generic/fcntl.h. */
export const lockOperations = {
  LOCK_SH: 1,
} as const;
