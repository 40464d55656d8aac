// Written by `npm run tables`: edit scripts/tables/ instead.

/** The six system calls of x86-64; asm/unistd_64.h. */
export const systemCalls = {
  io_setup: 206,
  io_destroy: 207,
  io_getevents: 208,
  io_submit: 209,
  io_cancel: 210,
  io_pgetevents: 333,
} as const;

/** `struct iocb`, one operation; linux/aio_abi.h. */
export const iocb = {
  bytes: 64,
  fields: {
    aio_data: 0,
    aio_key: 8,
    aio_rw_flags: 12,
    aio_lio_opcode: 16,
    aio_reqprio: 18,
    aio_fildes: 20,
    aio_buf: 24,
    aio_nbytes: 32,
    aio_offset: 40,
    aio_reserved2: 48,
    aio_flags: 56,
    aio_resfd: 60,
  },
} as const;

/** `struct io_event`, what became of an operation; linux/aio_abi.h. */
export const ioEvent = {
  bytes: 32,
  fields: {
    data: 0,
    obj: 8,
    res: 16,
    res2: 24,
  },
} as const;

/** The timeout of io_getevents(2); linux/time_types.h. */
export const timespec = {
  bytes: 16,
  fields: {
    tv_sec: 0,
    tv_nsec: 8,
  },
} as const;

/** `struct __aio_sigset` of io_pgetevents(2), which no header declares; fs/aio.c. */
export const aioSigset = {
  bytes: 16,
  fields: {
    sigmask: 0,
    sigsetsize: 8,
  },
} as const;

/** `struct iovec`; linux/uio.h. */
export const iovec = {
  bytes: 16,
  fields: {
    iov_base: 0,
    iov_len: 8,
  },
} as const;
