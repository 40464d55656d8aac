import { openFileOf } from '../../linux/proc.ts';
import { iocbCommands } from '../../uapi/aio-table.ts';
import { iocb } from '../../uapi/x86-64/aio-struct-table.ts';
import type { PendingCall } from '../tracee.ts';

const opcodeAt = iocb.fields.aio_lio_opcode[0];
const descriptorAt = iocb.fields.aio_fildes[0];

/** Of more requests, looking at each takes as long as being careful for nothing. */
const mostLooked = 4n;

/**
 * Whether an io_submit may sleep in a request where a signal wakes it. Those on regular files and
 * block devices do not: their waits end with what they wait for. IOCB_CMD_POLL never waits inside the
 * call; fs/aio.c, aio_poll().
 *
 * @returns true also where its requests are not known
 */
export function maySleep(pid: number, call: PendingCall): boolean {
  const [, count = 0n, list = 0n] = call.args;
  if (count > mostLooked) return true;
  const pointers = bytesAt(call, list, 8 * Number(count));
  if (!pointers) return true;
  for (let at = 0; at < pointers.byteLength; at += 8) {
    const request = bytesAt(call, pointers.getBigUint64(at, true), iocb.bytes);
    if (!request || requestMaySleep(pid, request)) return true;
  }
  return false;
}

function requestMaySleep(pid: number, request: DataView): boolean {
  if (request.getUint16(opcodeAt, true) === iocbCommands.IOCB_CMD_POLL) return false;
  const file = openFileOf(pid, request.getUint32(descriptorAt, true));
  return file !== undefined && !file.isFile() && !file.isBlockDevice();
}

/** What was copied from the program's memory when it made the call; undefined if it was not. */
function bytesAt({ captured }: PendingCall, address: bigint, length: number): DataView | undefined {
  const range = captured?.ranges.find((one) => one.address === address);
  if (!range || range.bytes.length < length) return undefined;
  const { buffer, byteOffset } = range.bytes;
  return new DataView(buffer, byteOffset, length);
}
