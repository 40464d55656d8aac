import type { RulableFileCall } from '../../../../playground-server/protocol/rulable-call.ts';

/** How a call on files may fail where a program has done nothing wrong. */
interface FileFailures {
  /** In the order of their worth: what a disk or a limit does to programs in use comes first. */
  errnos: readonly string[];
  /** It may move fewer bytes than it was given. */
  mayBeShort?: true;
}

const opens: FileFailures = { errnos: ['EMFILE', 'ENOENT', 'EACCES', 'ENOSPC'] };
const reads: FileFailures = { errnos: ['EIO', 'EINTR'] };
const writes: FileFailures = { errnos: ['ENOSPC', 'EIO', 'EDQUOT', 'EINTR'] };
const syncs: FileFailures = { errnos: ['EIO', 'ENOSPC', 'EDQUOT'] };
const stats: FileFailures = { errnos: ['ENOENT', 'EACCES'] };
const unlinks: FileFailures = { errnos: ['ENOENT', 'EACCES', 'EROFS'] };

/**
 * The failures of calls on files that a program has to survive, from ERRORS of their pages in section
 * 2 of the Linux man-pages. What only a mistake in the program causes, such as EBADF, is not here.
 */
export const fileFailures: Readonly<Record<RulableFileCall, FileFailures>> = {
  open: opens,
  openat: opens,
  openat2: opens,
  creat: opens,
  close: { errnos: ['EIO', 'EINTR', 'ENOSPC'] },
  read: { ...reads, mayBeShort: true },
  write: { ...writes, mayBeShort: true },
  pread64: { ...reads, mayBeShort: true },
  pwrite64: { ...writes, mayBeShort: true },
  // The server cannot shorten these: its rules count bytes of one buffer.
  readv: reads,
  writev: writes,
  preadv: reads,
  pwritev: writes,
  preadv2: reads,
  pwritev2: writes,
  lseek: { errnos: ['ESPIPE'] },
  fsync: syncs,
  fdatasync: syncs,
  sync_file_range: syncs,
  ftruncate: { errnos: ['EIO', 'EFBIG', 'EINTR'] },
  fallocate: { errnos: ['ENOSPC', 'EOPNOTSUPP', 'EINTR'] },
  fcntl: { errnos: ['EMFILE', 'EAGAIN'] },
  fstat: { errnos: ['EOVERFLOW'] },
  newfstatat: stats,
  statx: stats,
  ioctl: { errnos: ['ENOTTY', 'EIO'] },
  unlink: unlinks,
  unlinkat: unlinks,
  rename: { errnos: ['ENOSPC', 'EACCES', 'EXDEV'] },
  eventfd2: { errnos: ['EMFILE', 'ENFILE'] },
};
