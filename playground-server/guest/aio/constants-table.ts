// Written by `npm run tables`: edit scripts/tables/ instead.

/** Operations of an iocb, linux/aio_abi.h; io_submit(2). The header has NOOP, but the kernel rejects it. */
export const IOCB_CMD_PREAD = 0;
export const IOCB_CMD_PWRITE = 1;
export const IOCB_CMD_FSYNC = 2;
export const IOCB_CMD_FDSYNC = 3;
export const IOCB_CMD_POLL = 5;
export const IOCB_CMD_NOOP = 6;
export const IOCB_CMD_PREADV = 7;
export const IOCB_CMD_PWRITEV = 8;

/** Bits of aio_flags, linux/aio_abi.h: which of aio_resfd and aio_reqprio are used. */
export const IOCB_FLAG_RESFD = 1;
export const IOCB_FLAG_IOPRIO = 2;

/** Bits of aio_rw_flags, linux/fs.h; preadv2(2). */
export const RWF_HIPRI = 0x1;
export const RWF_DSYNC = 0x2;
export const RWF_SYNC = 0x4;
export const RWF_NOWAIT = 0x8;
export const RWF_APPEND = 0x10;
export const RWF_NOAPPEND = 0x20;
export const RWF_ATOMIC = 0x40;
export const RWF_DONTCACHE = 0x80;
export const RWF_NOSIGNAL = 0x100;

/** Errnos that AIO calls return, asm-generic/errno-base.h and errno.h. */
export const EPERM = 1;
export const EINTR = 4;
export const EBADF = 9;
export const EAGAIN = 11;
export const ENOMEM = 12;
export const EFAULT = 14;
export const EINVAL = 22;
export const ENOSYS = 38;
export const EOPNOTSUPP = 95;
export const EINPROGRESS = 115;
