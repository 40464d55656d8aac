import { openSync } from 'node:fs';
import { expect, it } from 'vitest';
import { maySleep } from '../../../../playground-server/tracer/hooks/may-sleep.ts';
import type { PendingCall } from '../../../../playground-server/tracer/tracee.ts';
import { iocbCommands } from '../../../../playground-server/uapi/aio-table.ts';

const { IOCB_CMD_PREAD, IOCB_CMD_POLL } = iocbCommands;
const file = openSync(import.meta.filename, 'r');
const neverOpen = 1_000_000;
/** Of the device that is always there, and is neither a file nor a disk. */
const device = openSync('/dev/null', 'r');

const listAt = 0x1000n;
const requestsAt = 0x2000n;

type Request = [opcode: number, descriptor: number];

function submission(...requests: Request[]): PendingCall {
  const list = Buffer.alloc(8 * requests.length);
  const ranges = requests.map(([opcode, descriptor], at) => {
    const address = requestsAt + BigInt(64 * at);
    list.writeBigUInt64LE(address, 8 * at);
    const bytes = Buffer.alloc(64);
    bytes.writeUInt16LE(opcode, 16);
    bytes.writeUInt32LE(descriptor, 20);
    return { address, length: 64, bytes };
  });
  const pointers = { address: listAt, length: list.length, bytes: list };
  const captured = { ranges: [pointers, ...ranges], notes: [] };
  return { args: [7n, BigInt(requests.length), listAt], captured } as unknown as PendingCall;
}

it.each<[string, boolean, Request[]]>([
  ['a read of a file', false, [[IOCB_CMD_PREAD, file]]],
  ['a read of a device', true, [[IOCB_CMD_PREAD, device]]],
  ['a poll of a device', false, [[IOCB_CMD_POLL, device]]],
  ['a descriptor that is not open', false, [[IOCB_CMD_PREAD, neverOpen]]],
  [
    'a read of a file before one of a device',
    true,
    [
      [IOCB_CMD_PREAD, file],
      [IOCB_CMD_PREAD, device],
    ],
  ],
  ['more requests than are looked at', true, Array<Request>(5).fill([IOCB_CMD_PREAD, file])],
  ['no request', false, []],
])('%s: %s', (_, sleeps, requests) => {
  expect(maySleep(process.pid, submission(...requests))).toBe(sleeps);
});

it('may sleep where the requests were not copied', () => {
  const call = submission([IOCB_CMD_PREAD, file]);
  expect(maySleep(process.pid, { ...call, captured: null })).toBe(true);
});
