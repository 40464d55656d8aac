import { expect, it } from 'vitest';
import { i386 } from '../../../playground-server/decode/abi/i386.ts';
import { shownText } from '../../../playground-server/protocol/display-text.ts';
import { Notes } from '../../../playground-server/tracer/capture/notes.ts';
import { decodeArguments, type CallSide } from './decode-as-recorded.ts';
import { fakeMemory, iocbBytes } from './fake-memory.ts';

/** Little-endian 32-bit words, of which a 32-bit program's pointers and longs are made. */
const shortWords = (...values: number[]): Uint8Array =>
  new Uint8Array(Int32Array.from(values).buffer);

/** The 32 bytes of a struct io_event, which is as wide as for 64-bit programs. */
const eventBytes = (data: bigint, obj: bigint, res: bigint): Uint8Array =>
  new Uint8Array(BigUint64Array.from([data, obj, BigInt.asUintN(64, res), 0n]).buffer);

/** What a 32-bit program would have at these addresses. */
const memory = fakeMemory({
  0x1000: shortWords(0x2000, 0x2100, 0x2200),
  0x2000: iocbBytes({ opcode: 0, fd: 3, buf: 0x4000n, nbytes: 5n }),
  0x2100: iocbBytes({ opcode: 1, fd: -1, buf: 0x4100n, nbytes: 2n }),
  0x2200: iocbBytes({ opcode: 8, fd: 4, buf: 0x3000n, nbytes: 2n }),
  0x3000: shortWords(0x4000, 5, 0x4100, 2),
  0x4000: Buffer.from('hello'),
  0x4100: Buffer.from('hi'),
  0x5000: Buffer.concat([eventBytes(7n, 0x2000n, 5n), eventBytes(8n, 0x2100n, -9n)]),
  0x6000: shortWords(1, -1),
  0x7000: shortWords(0x7100, 8),
  0x7100: shortWords(1 << 13, 0),
});

function told(name: string, args: readonly bigint[], side: CallSide, notes?: Notes): string[] {
  return decodeArguments(name, args, memory, side, notes, i386).map(({ text }) => shownText(text));
}

it('a list of a 32-bit program’s iocbs has pointers of 4 bytes, and so have their iovecs', () => {
  const [context, nr, list] = told('io_submit', [0xf7f0_0000n, 3n, 0x1000n], { phase: 'entry' });
  expect([context, nr]).toEqual(['0xf7f00000', '3']);
  expect(list).toBe(
    '[0x2000 → {aio_lio_opcode = IOCB_CMD_PREAD, aio_fildes = 3, aio_buf = 0x4000, aio_nbytes = 5, aio_offset = 0}, ' +
      '0x2100 → {aio_lio_opcode = IOCB_CMD_PWRITE, aio_fildes = -1, aio_buf = 0x4100 "hi", aio_nbytes = 2, aio_offset = 0}, ' +
      '0x2200 → {aio_lio_opcode = IOCB_CMD_PWRITEV, aio_fildes = 4, aio_buf = ' +
      '[{iov_base = 0x4000 "hello", iov_len = 5}, {iov_base = 0x4100 "hi", iov_len = 2}], aio_nbytes = 2, aio_offset = 0}]',
  );
});

it('a negative long of a 32-bit program is one', () => {
  const [, nr, list] = told('io_submit', [1n, 0xffff_ffffn, 0x1000n], { phase: 'entry' });
  expect([nr, list]).toEqual(['-1', '0x1000']);
});

it('a 32-bit program’s events find the data that its reads brought', () => {
  const notes = new Notes();
  told('io_submit', [0xf7f0_0000n, 3n, 0x1000n], { phase: 'entry' }, notes);
  const args = [0xf7f0_0000n, 1n, 2n, 0x5000n, 0x6000n];
  const exit = { phase: 'exit', result: 2n } as const;
  expect(told('io_getevents', args, exit, notes).slice(3)).toEqual([
    '[{data = 7, obj = 0x2000, res = 5, res2 = 0}, {data = 8, obj = 0x2100, res = -9 EBADF, res2 = 0}]',
    '{tv_sec = 1, tv_nsec = -1}',
  ]);
  const [, , , events] = decodeArguments('io_getevents', args, memory, exit, notes, i386);
  expect(JSON.stringify(events)).toContain(Buffer.from('hello').toString('hex'));
});

it('a 32-bit program’s signal mask lies behind words of 4 bytes', () => {
  const args = [0xf7f0_0000n, 1n, 2n, 0x5000n, 0n, 0x7000n];
  expect(told('io_pgetevents', args, { phase: 'entry' }).at(-1)).toBe(
    '{sigmask = [SIGALRM], sigsetsize = 8}',
  );
});
