import koffi from 'koffi';
import { expect, it } from 'vitest';
import {
  readProcessMemory,
  readProcessRanges,
} from '../../../playground-server/linux/process-memory.ts';

const libc = koffi.load('libc.so.6');
const mmap = libc.func(
  'void *mmap(void *at, ulong length, int prot, int flags, int fd, long from)',
);
const mprotect = libc.func('int mprotect(void *at, ulong length, int prot)');

const pageBytes = 4096;
const [PROT_NONE, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS] = [0, 3, 0x22] as const;

/** Three pages, of which the middle one cannot be read. */
function torn(): bigint {
  const pages: unknown = mmap(null, 3 * pageBytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0);
  const start = koffi.address(pages);
  expect(mprotect(start + BigInt(pageBytes), pageBytes, PROT_NONE)).toBe(0);
  return start;
}

it('reads pieces in one go, each up to where it can be read', () => {
  const start = torn();
  const [page, third] = [BigInt(pageBytes), start + 2n * BigInt(pageBytes)];
  const text = Buffer.from('hello');
  const ranges = [
    { address: koffi.address(text), length: 5 },
    { address: start + page - 4n, length: 8 },
    { address: start + page, length: 8 },
    { address: third, length: 3 },
    { address: 0xffff_8000_0000_0000n, length: 8 },
    { address: 2n ** 64n - 4n, length: 8 },
    { address: koffi.address(text), length: 1 },
  ];
  const read = readProcessRanges(process.pid, ranges);
  expect(read.map(({ length }) => length)).toEqual([5, 4, 0, 3, 0, 0, 1]);
  expect(Buffer.from(read[0]!).toString()).toBe('hello');
});

it('reads a thousand pieces in their order', () => {
  const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
  const start = koffi.address(bytes);
  const ranges = Array.from(bytes, (_, index) => ({ address: start + BigInt(index), length: 1 }));
  expect(Buffer.concat(readProcessRanges(process.pid, ranges))).toEqual(bytes);
});

it('reads nothing from memory that is not there, or from a process that is gone', () => {
  expect(readProcessMemory(process.pid, 8n, 8)).toBeNull();
  // Above every pid that there can be, proc(5).
  expect(readProcessMemory(2 ** 30, 8n, 8)).toBeNull();
});
