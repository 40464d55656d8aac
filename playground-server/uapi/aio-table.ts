// Written by `npm run tables`: edit scripts/tables/ instead.

/** Values of aio_lio_opcode; linux/aio_abi.h. 4 was an experiment that never had a name. */
export const iocbCommands = {
  IOCB_CMD_PREAD: 0,
  IOCB_CMD_PWRITE: 1,
  IOCB_CMD_FSYNC: 2,
  IOCB_CMD_FDSYNC: 3,
  IOCB_CMD_POLL: 5,
  IOCB_CMD_NOOP: 6,
  IOCB_CMD_PREADV: 7,
  IOCB_CMD_PWRITEV: 8,
} as const;

/** Bits of aio_flags; linux/aio_abi.h. */
export const iocbFlags = {
  IOCB_FLAG_RESFD: 0x1,
  IOCB_FLAG_IOPRIO: 0x2,
} as const;

/** Bits of aio_rw_flags; linux/fs.h. */
export const readWriteFlags = {
  RWF_HIPRI: 0x1,
  RWF_DSYNC: 0x2,
  RWF_SYNC: 0x4,
  RWF_NOWAIT: 0x8,
  RWF_APPEND: 0x10,
  RWF_NOAPPEND: 0x20,
  RWF_ATOMIC: 0x40,
  RWF_DONTCACHE: 0x80,
  RWF_NOSIGNAL: 0x100,
} as const;

/** What IOCB_CMD_POLL waits for, in aio_buf; asm-generic/poll.h. */
export const pollEvents = {
  POLLIN: 0x1,
  POLLPRI: 0x2,
  POLLOUT: 0x4,
  POLLERR: 0x8,
  POLLHUP: 0x10,
  POLLNVAL: 0x20,
  POLLRDNORM: 0x40,
  POLLRDBAND: 0x80,
  POLLWRNORM: 0x100,
  POLLWRBAND: 0x200,
  POLLMSG: 0x400,
  POLLREMOVE: 0x1000,
  POLLRDHUP: 0x2000,
} as const;

/** The upper bits of aio_reqprio; linux/ioprio.h. */
export const priorityClasses = {
  IOPRIO_CLASS_NONE: 0,
  IOPRIO_CLASS_RT: 1,
  IOPRIO_CLASS_BE: 2,
  IOPRIO_CLASS_IDLE: 3,
} as const;

/** At which bit of aio_reqprio the class begins; linux/ioprio.h. */
export const priorityPlaces = {
  IOPRIO_CLASS_SHIFT: 13,
} as const;
