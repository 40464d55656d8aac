// Written by `npm run tables`: edit scripts/tables/ instead.

/** How a file is opened; asm/fcntl.h. */
export const accessModes = {
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
} as const;

/** What else open(2) takes; asm/fcntl.h. */
export const openBits = {
  O_CREAT: 0x40,
  O_EXCL: 0x80,
  O_NOCTTY: 0x100,
  O_TRUNC: 0x200,
  O_APPEND: 0x400,
  O_NONBLOCK: 0x800,
  O_DSYNC: 0x1000,
  O_DIRECT: 0x4000,
  O_LARGEFILE: 0x8000,
  O_DIRECTORY: 0x10000,
  O_NOFOLLOW: 0x20000,
  O_NOATIME: 0x40000,
  O_CLOEXEC: 0x80000,
  O_SYNC: 0x101000,
  O_PATH: 0x200000,
  O_TMPFILE: 0x410000,
} as const;

/** The working directory, as a descriptor; linux/fcntl.h. */
export const directoryHere = {
  AT_FDCWD: -100,
} as const;

/** Flags of statx(2) and fstatat(2); linux/fcntl.h. */
export const statBits = {
  AT_SYMLINK_NOFOLLOW: 0x100,
  AT_NO_AUTOMOUNT: 0x800,
  AT_EMPTY_PATH: 0x1000,
  AT_STATX_FORCE_SYNC: 0x2000,
  AT_STATX_DONT_SYNC: 0x4000,
} as const;

/** Flags of unlinkat(2); linux/fcntl.h. */
export const unlinkBits = {
  AT_REMOVEDIR: 0x200,
} as const;

/** Flags of linkat(2); linux/fcntl.h. */
export const linkBits = {
  AT_SYMLINK_FOLLOW: 0x400,
  AT_EMPTY_PATH: 0x1000,
} as const;

/** Flags of faccessat2(2); linux/fcntl.h. */
export const accessBits = {
  AT_SYMLINK_NOFOLLOW: 0x100,
  AT_EACCESS: 0x200,
  AT_EMPTY_PATH: 0x1000,
} as const;

/** What access(2) asks; unistd.h. */
export const accessChecks = {
  X_OK: 0x1,
  W_OK: 0x2,
  R_OK: 0x4,
} as const;

/** What statx(2) is asked for; linux/stat.h. */
export const statxMask = {
  STATX_TYPE: 0x1,
  STATX_MODE: 0x2,
  STATX_NLINK: 0x4,
  STATX_UID: 0x8,
  STATX_GID: 0x10,
  STATX_ATIME: 0x20,
  STATX_MTIME: 0x40,
  STATX_CTIME: 0x80,
  STATX_INO: 0x100,
  STATX_SIZE: 0x200,
  STATX_BLOCKS: 0x400,
  STATX_BTIME: 0x800,
  STATX_MNT_ID: 0x1000,
  STATX_DIOALIGN: 0x2000,
} as const;

/** Whence of lseek(2); linux/fs.h. */
export const seekOrigins = {
  SEEK_SET: 0,
  SEEK_CUR: 1,
  SEEK_END: 2,
  SEEK_DATA: 3,
  SEEK_HOLE: 4,
} as const;

/** Modes of fallocate(2); linux/falloc.h. */
export const fallocateBits = {
  FALLOC_FL_KEEP_SIZE: 0x1,
  FALLOC_FL_PUNCH_HOLE: 0x2,
  FALLOC_FL_NO_HIDE_STALE: 0x4,
  FALLOC_FL_COLLAPSE_RANGE: 0x8,
  FALLOC_FL_ZERO_RANGE: 0x10,
  FALLOC_FL_INSERT_RANGE: 0x20,
  FALLOC_FL_UNSHARE_RANGE: 0x40,
} as const;

/** Flags of sync_file_range(2); linux/fs.h. */
export const syncRangeBits = {
  SYNC_FILE_RANGE_WAIT_BEFORE: 0x1,
  SYNC_FILE_RANGE_WRITE: 0x2,
  SYNC_FILE_RANGE_WAIT_AFTER: 0x4,
} as const;

/** Advice of posix_fadvise(2); linux/fadvise.h. */
export const fileAdvice = {
  POSIX_FADV_NORMAL: 0,
  POSIX_FADV_RANDOM: 1,
  POSIX_FADV_SEQUENTIAL: 2,
  POSIX_FADV_WILLNEED: 3,
  POSIX_FADV_DONTNEED: 4,
  POSIX_FADV_NOREUSE: 5,
} as const;

/** Commands of fcntl(2); linux/fcntl.h. */
export const fcntlNames = {
  F_DUPFD: 0,
  F_GETFD: 1,
  F_SETFD: 2,
  F_GETFL: 3,
  F_SETFL: 4,
  F_GETLK: 5,
  F_SETLK: 6,
  F_SETLKW: 7,
  F_SETOWN: 8,
  F_GETOWN: 9,
  F_SETSIG: 10,
  F_GETSIG: 11,
  F_SETOWN_EX: 15,
  F_GETOWN_EX: 16,
  F_OFD_GETLK: 36,
  F_OFD_SETLK: 37,
  F_OFD_SETLKW: 38,
  F_SETLEASE: 1024,
  F_GETLEASE: 1025,
  F_NOTIFY: 1026,
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

/** Flags of a descriptor; asm/fcntl.h. */
export const descriptorBits = {
  FD_CLOEXEC: 0x1,
} as const;

/** Operations of flock(2); asm/fcntl.h. */
export const lockBits = {
  LOCK_SH: 0x1,
  LOCK_EX: 0x2,
  LOCK_NB: 0x4,
  LOCK_UN: 0x8,
} as const;

/** Types of a record lock; asm/fcntl.h. */
export const recordLocks = {
  F_RDLCK: 0,
  F_WRLCK: 1,
  F_UNLCK: 2,
} as const;

/** Flags of renameat2(2); linux/fs.h. */
export const renameBits = {
  RENAME_NOREPLACE: 0x1,
  RENAME_EXCHANGE: 0x2,
  RENAME_WHITEOUT: 0x4,
} as const;

/** Flags of memfd_create(2); linux/memfd.h. */
export const memfdBits = {
  MFD_CLOEXEC: 0x1,
  MFD_ALLOW_SEALING: 0x2,
  MFD_HUGETLB: 0x4,
} as const;

/** Flags of close_range(2); linux/close_range.h. */
export const closeRangeBits = {
  CLOSE_RANGE_UNSHARE: 0x2,
  CLOSE_RANGE_CLOEXEC: 0x4,
} as const;

/** Requests of ioctl(2); sys/ioctl.h. */
export const controlRequests = {
  TCGETS: 21505,
  TIOCGWINSZ: 21523,
  FIONREAD: 21531,
  FIONBIO: 21537,
  FIONCLEX: 21584,
  FIOCLEX: 21585,
} as const;

/** Requests of ioctl(2) to files and disks; linux/fs.h. */
export const diskRequests = {
  BLKSSZGET: 4712,
  FICLONE: 1074041865,
  FICLONERANGE: 1075876877,
} as const;
