import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as aio from '../../../playground-server/guest/aio/index.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';

/** What the C compiler says of expressions over the kernel's headers. */
function fromHeaders(expressions: readonly string[]): number[] {
  const folder = temporaryFolder('layouts');
  const program = join(folder, 'program');
  const source = [
    '#define _GNU_SOURCE',
    '#include <stdio.h>\n#include <stddef.h>\n#include <errno.h>\n#include <sys/uio.h>',
    '#include <linux/aio_abi.h>\n#include <linux/fs.h>',
    `int main(void) { ${expressions.map((each) => `printf("%ld\\n", (long)(${each}));`).join('')} }`,
  ].join('\n');
  execFileSync('gcc', ['-x', 'c', '-o', program, '-'], { input: source });
  const lines = execFileSync(program, { encoding: 'utf8' }).trim().split('\n').map(Number);
  return lines;
}

const iocbFields = [
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
] as const;

/** Where a field lies, and how many bytes it has: those that change when all its bits are set. */
function placeOf(field: (typeof iocbFields)[number]): [offset: number, bytes: number] {
  const iocb = new aio.Iocb();
  const isLong = typeof iocb[field] === 'bigint';
  Object.assign(iocb, { [field]: isLong ? -1n : -1 });
  const set = [...iocb.memory].flatMap((byte, at) => (byte === 0xff ? [at] : []));
  return [set[0] ?? -1, set.length];
}

it('lays an iocb out as linux/aio_abi.h does', () => {
  const [size, ...places] = fromHeaders([
    'sizeof(struct iocb)',
    ...iocbFields.flatMap((field) => [
      `offsetof(struct iocb, ${field})`,
      `sizeof(((struct iocb *)0)->${field})`,
    ]),
  ]);
  expect(new aio.Iocb().memory.length).toBe(size);
  expect(iocbFields.flatMap(placeOf)).toEqual(places);
});

it('reads back what was written, to the last bit', () => {
  const longs = { aio_data: 2n ** 64n - 1n, aio_nbytes: 2n ** 63n, aio_offset: -(2n ** 63n) };
  const ints = {
    aio_lio_opcode: 0xffff,
    aio_fildes: -1,
    aio_rw_flags: 0x80000000,
    aio_reqprio: -2,
  };
  expect(new aio.Iocb({ ...longs, ...ints })).toMatchObject({ ...longs, ...ints });
});

it('lays events and iovecs out as the headers do', () => {
  const [event, data, obj, res, res2, iovec, base, length] = fromHeaders([
    'sizeof(struct io_event)',
    ...['data', 'obj', 'res', 'res2'].map((field) => `offsetof(struct io_event, ${field})`),
    'sizeof(struct iovec)',
    'offsetof(struct iovec, iov_base)',
    'offsetof(struct iovec, iov_len)',
  ]) as [number, number, number, number, number, number, number, number];
  const events = new aio.IoEvents(2);
  expect(events.memory.length).toBe(2 * event);
  events.memory.writeBigUInt64LE(1n, event + data);
  events.memory.writeBigUInt64LE(2n, event + obj);
  events.memory.writeBigInt64LE(-3n, event + res);
  events.memory.writeBigInt64LE(-4n, event + res2);
  expect(events.at(1)).toEqual({ data: 1n, obj: 2n, res: -3n, res2: -4n });

  const buffer = Buffer.alloc(7);
  const { memory } = new aio.Iovecs([Buffer.alloc(1), buffer]);
  expect(memory.length).toBe(2 * iovec);
  expect(memory.readBigUInt64LE(iovec + base)).toBe(aio.address(buffer));
  expect(memory.readBigUInt64LE(iovec + length)).toBe(7n);
});

it('gives each constant the value that the headers give it', () => {
  // Headers of Debian 12 are older than these flags; include/uapi/linux/fs.h of 6.18 has them.
  const younger = new Set(['RWF_NOAPPEND', 'RWF_ATOMIC', 'RWF_DONTCACHE', 'RWF_NOSIGNAL']);
  const constants = Object.entries(aio).filter(
    ([name, value]) => typeof value === 'number' && !younger.has(name),
  );
  expect(constants.length).toBeGreaterThan(20);
  expect(constants.map(([, value]) => value)).toEqual(fromHeaders(constants.map(([name]) => name)));
});
