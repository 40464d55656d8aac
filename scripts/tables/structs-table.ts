import type { AbiName, StructGroup } from './table-file.ts';

/** A structure whose fields we call as C does. */
interface Structure {
  object: string;
  about: string;
  type: string;
  headers: readonly string[];
  fields: readonly string[];
  declaration?: string;
}

const iocb: Structure = {
  object: 'iocb',
  about: '`struct iocb`, one operation; linux/aio_abi.h.',
  type: 'struct iocb',
  headers: ['linux/aio_abi.h'],
  fields: [
    'aio_data',
    'aio_key',
    'aio_rw_flags',
    'aio_lio_opcode',
    'aio_reqprio',
    'aio_fildes',
    'aio_buf',
    'aio_nbytes',
    'aio_offset',
    'aio_reserved2',
    'aio_flags',
    'aio_resfd',
  ],
};

const ioEvent: Structure = {
  object: 'ioEvent',
  about: '`struct io_event`, what became of an operation; linux/aio_abi.h.',
  type: 'struct io_event',
  headers: ['linux/aio_abi.h'],
  fields: ['data', 'obj', 'res', 'res2'],
};

/** io_getevents(2) of a 32-bit program takes the structure that ends in 2038; fs/aio.c. */
const timespec = (abi: AbiName): Structure => ({
  object: 'timespec',
  about: 'The timeout of io_getevents(2); linux/time_types.h.',
  type: abi === 'i386' ? 'struct __kernel_old_timespec' : 'struct __kernel_timespec',
  headers: ['linux/time_types.h'],
  fields: ['tv_sec', 'tv_nsec'],
});

const aioSigset: Structure = {
  object: 'aioSigset',
  about: '`struct __aio_sigset` of io_pgetevents(2), which no header declares; fs/aio.c.',
  type: 'struct __aio_sigset',
  headers: ['linux/types.h'],
  declaration: 'struct __aio_sigset { const void *sigmask; __kernel_size_t sigsetsize; };',
  fields: ['sigmask', 'sigsetsize'],
};

const iovec: Structure = {
  object: 'iovec',
  about: '`struct iovec`; linux/uio.h.',
  type: 'struct iovec',
  headers: ['linux/uio.h'],
  fields: ['iov_base', 'iov_len'],
};

/** The structures of native AIO as an ABI lays them out. */
export const aioStructs = (abi: AbiName, shape: StructGroup['shape']): StructGroup[] =>
  [iocb, ioEvent, timespec(abi), aioSigset, iovec].map(({ fields, ...structure }) => ({
    kind: 'struct',
    ...structure,
    fields: Object.fromEntries(fields.map((name) => [name, name])),
    shape,
    abis: [abi],
  }));
