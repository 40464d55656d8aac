import type { StructLayout } from './read-struct.ts';

/**
 * The structures of native AIO on x86-64: offset and type of each field, little-endian.
 * Source: <linux/aio_abi.h>, <linux/time_types.h>, <linux/uio.h>, fs/aio.c (struct __aio_sigset).
 * Descriptors are unsigned in the header and signed here: people write −1 and want to see it.
 */
export const iocbLayout = {
  aio_data: [0, 'u64'],
  aio_key: [8, 'u32'],
  aio_rw_flags: [12, 'u32'],
  aio_lio_opcode: [16, 'u16'],
  aio_reqprio: [18, 'u16'],
  aio_fildes: [20, 's32'],
  aio_buf: [24, 'u64'],
  aio_nbytes: [32, 'u64'],
  aio_offset: [40, 's64'],
  aio_reserved2: [48, 'u64'],
  aio_flags: [56, 'u32'],
  aio_resfd: [60, 's32'],
} as const satisfies StructLayout;

export const ioEventLayout = {
  data: [0, 'u64'],
  obj: [8, 'u64'],
  res: [16, 's64'],
  res2: [24, 's64'],
} as const satisfies StructLayout;

export const timespecLayout = {
  tv_sec: [0, 's64'],
  tv_nsec: [8, 's64'],
} as const satisfies StructLayout;

export const aioSigsetLayout = {
  sigmask: [0, 'u64'],
  sigsetsize: [8, 'u64'],
} as const satisfies StructLayout;

export const iovecLayout = {
  iov_base: [0, 'u64'],
  iov_len: [8, 'u64'],
} as const satisfies StructLayout;
