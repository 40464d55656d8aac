import koffi from 'koffi';
import { iocbCommands } from '../uapi/aio-table.ts';
import { iocb, ioEvent } from '../uapi/x86-64/aio-struct-table.ts';
import { systemCalls } from '../uapi/x86-64/syscall-table.ts';
import { libc, LibcError } from './libc.ts';
import { openMemoryFile } from './memory-file.ts';

const syscall = libc.func('syscall', 'long', ['long', 'long', 'long', 'long', 'long', 'long']);

const { io_setup, io_submit, io_getevents, io_destroy } = systemCalls;
const textBytes = 4096;

/**
 * Writes 4 KiB of memory to a file in memory by native AIO, so many times.
 * @returns nanoseconds that each io_submit took this thread, which waits for some tens of
 *   milliseconds at the end. Throws LibcError.
 */
export function timeSubmits(count: number): bigint[] {
  const file = openMemoryFile();
  const context = new BigUint64Array(1);
  try {
    checked('io_setup', syscall(io_setup, 1, koffi.address(context), 0, 0, 0));
    try {
      return Array.from({ length: count }, () => timeOne(context[0]!, file.fd));
    } finally {
      syscall(io_destroy, context[0], 0, 0, 0, 0);
    }
  } finally {
    file.close();
  }
}

const text = Buffer.alloc(textBytes);
const request = Buffer.alloc(iocb.bytes);
const list = BigUint64Array.of(koffi.address(request));
const event = Buffer.alloc(ioEvent.bytes);

function timeOne(context: bigint, fd: number): bigint {
  const { aio_lio_opcode, aio_fildes, aio_buf, aio_nbytes } = iocb.fields;
  request.writeUInt16LE(iocbCommands.IOCB_CMD_PWRITE, aio_lio_opcode[0]);
  request.writeUInt32LE(fd, aio_fildes[0]);
  request.writeBigUInt64LE(koffi.address(text), aio_buf[0]);
  request.writeBigUInt64LE(BigInt(textBytes), aio_nbytes[0]);
  const place = koffi.address(list);
  const startNs = process.hrtime.bigint();
  const submitted = syscall(io_submit, context, 1, place, 0, 0);
  const tookNs = process.hrtime.bigint() - startNs;
  checked('io_submit', submitted);
  checked('io_getevents', syscall(io_getevents, context, 1, 1, koffi.address(event), 0));
  return tookNs;
}

function checked(call: string, result: unknown): number {
  if (Number(result) === -1) throw new LibcError(call);
  return Number(result);
}
