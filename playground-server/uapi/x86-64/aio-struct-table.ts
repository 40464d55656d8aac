// Written by `npm run tables`: edit scripts/tables/ instead.

/** `struct iocb`, one operation; linux/aio_abi.h. */
export const iocb = {
  bytes: 64,
  fields: {
    aio_data: [0, 'u64'],
    aio_key: [8, 'u32'],
    aio_rw_flags: [12, 's32'],
    aio_lio_opcode: [16, 'u16'],
    aio_reqprio: [18, 's16'],
    aio_fildes: [20, 'u32'],
    aio_buf: [24, 'u64'],
    aio_nbytes: [32, 'u64'],
    aio_offset: [40, 's64'],
    aio_reserved2: [48, 'u64'],
    aio_flags: [56, 'u32'],
    aio_resfd: [60, 'u32'],
  },
} as const;

/** `struct io_event`, what became of an operation; linux/aio_abi.h. */
export const ioEvent = {
  bytes: 32,
  fields: {
    data: [0, 'u64'],
    obj: [8, 'u64'],
    res: [16, 's64'],
    res2: [24, 's64'],
  },
} as const;

/** The timeout of io_getevents(2); linux/time_types.h. */
export const timespec = {
  bytes: 16,
  fields: {
    tv_sec: [0, 's64'],
    tv_nsec: [8, 's64'],
  },
} as const;

/** `struct __aio_sigset` of io_pgetevents(2), which no header declares; fs/aio.c. */
export const aioSigset = {
  bytes: 16,
  fields: {
    sigmask: [0, 'u64'],
    sigsetsize: [8, 'u64'],
  },
} as const;

/** `struct iovec`; linux/uio.h. */
export const iovec = {
  bytes: 16,
  fields: {
    iov_base: [0, 'u64'],
    iov_len: [8, 'u64'],
  },
} as const;
