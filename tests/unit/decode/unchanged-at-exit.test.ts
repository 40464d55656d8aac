import { expect, it } from 'vitest';
import { x86_64 } from '../../../playground-server/decode/abi/x86-64.ts';
import type {
  Captured,
  CapturedRange,
} from '../../../playground-server/decode/capture/captured.ts';
import { decodeArguments, decodeExit } from '../../../playground-server/decode/decode-arguments.ts';
import { named, shownText } from '../../../playground-server/protocol/index.ts';

const ringAt = 0x7f00n;
const listAt = 0x1000n;
const iocbAt = 0x2000n;
const args = [ringAt, 1n, listAt];

function word(value: bigint): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}

/** An iocb that asks for nothing but its cookie, aio_data. */
const iocb = (cookie: bigint): Uint8Array => Buffer.concat([word(cookie), Buffer.alloc(56)]);

const range = (address: bigint, bytes: Uint8Array, length = bytes.length): CapturedRange => ({
  address,
  length,
  bytes,
});

const captured = (...ranges: CapturedRange[]): Captured => ({ ranges, notes: [] });

/** The iocbs as a person reads them at the exit, and whether they are the very value of the entry. */
function atExit(entry: Captured, exit: Captured): { text: string; isKept: boolean } {
  const side = { name: 'io_submit', args };
  const given = decodeArguments({ ...side, result: null, captured: entry }, x86_64);
  const atEntry = { arguments: given, captured: entry };
  const told = decodeExit({ ...side, result: 1n, captured: exit }, x86_64, atEntry).arguments;
  const iocbs = named(told, 'iocbpp')!;
  return { text: shownText(iocbs.text), isKept: iocbs === named(given, 'iocbpp') };
}

const before = captured(range(listAt, word(iocbAt)), range(iocbAt, iocb(7n)));

it('iocbs that are as they were are not decoded again, whatever has become of the ring', () => {
  const after = captured(range(ringAt, word(99n)), ...before.ranges);
  expect(atExit(before, after).isKept).toBe(true);
});

it.each([
  [
    'their bytes have changed',
    captured(range(listAt, word(iocbAt)), range(iocbAt, iocb(8n))),
    'aio_data = 8',
  ],
  [
    'others stand in the list',
    captured(range(listAt, word(0x3000n)), range(0x3000n, iocb(9n))),
    'aio_data = 9',
  ],
  [
    'they cannot be read any more',
    captured(range(listAt, word(iocbAt)), range(iocbAt, word(7n), 64)),
    'unreadable',
  ],
])('they are where %s', (_, after, text) => {
  expect(atExit(before, after)).toEqual({
    text: expect.stringContaining(text) as string,
    isKept: false,
  });
});

it('they are where one could not be read before', () => {
  const unreadable = captured(range(listAt, word(iocbAt)), range(iocbAt, new Uint8Array(), 64));
  expect(atExit(unreadable, before)).toMatchObject({ isKept: false });
  expect(atExit(unreadable, before).text).toContain('aio_data = 7');
});

it('they are where a descriptor has another name', () => {
  const file = (path: string): Captured => ({ ...before, files: [{ descriptor: 0n, path }] });
  expect(atExit(file('/work/a'), file('/work/a')).isKept).toBe(true);
  expect(atExit(file('/work/a'), file('/work/b')).isKept).toBe(false);
});
