import { x86_64 } from './abi/x86-64.ts';

/** The structures of native AIO on x86-64: offset and type of each field, little-endian. */
export const {
  iocb: iocbLayout,
  ioEvent: ioEventLayout,
  timespec: timespecLayout,
  aioSigset: aioSigsetLayout,
  iovec: iovecLayout,
} = x86_64.structs;
