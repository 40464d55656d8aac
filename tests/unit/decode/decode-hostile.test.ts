import { describe, expect, it } from 'vitest';
import type { ReadMemory } from '../../../playground-server/linux/process-memory.ts';
import { shownOn } from '../../../playground-server/decode/families/shown-calls.ts';
import { decodedValueSchema } from '../../../playground-server/protocol/index.ts';
import { decodeArguments } from './decode-as-recorded.ts';
import { iocbBytes, words } from './fake-memory.ts';
import { randomSource } from './random.ts';

/** All calls that have rows, and one that has none. */
const calls = [...shownOn('all').flatMap((family) => family.calls), 'bpf'];

const maxReadBytes = 64 * 1024;
const maxOutputCharacters = 128 * 1024;
const maxTypedCharacters = 176 * 1024;

/** What a client reads that knows only the text, and the whole beside which it stands. */
const textMembers = ['name', 'text', 'value', 'fields', 'bytes'];

const registers = [
  0n,
  1n,
  3n,
  63n,
  64n,
  65n,
  0x7ffe0000n,
  2n ** 31n,
  2n ** 63n - 1n,
  2n ** 63n,
  2n ** 64n - 1n,
];

/** Decodes, checks the result against the bounds, and gives it as it will be sent. */
function bounded(
  call: string,
  args: readonly bigint[],
  read: ReadMemory,
  result: bigint | null,
): string {
  let readBytes = 0;
  const counting: ReadMemory = (address, length) => {
    expect(address >= 0n && address < 2n ** 64n && length > 0).toBe(true);
    readBytes += length;
    return read(address, length);
  };
  const side = result === null ? ({ phase: 'entry' } as const) : { phase: 'exit' as const, result };
  const values = decodeArguments(call, args, counting, side);
  expect(readBytes).toBeLessThanOrEqual(maxReadBytes);
  const text = JSON.stringify(values);
  expect(JSON.stringify(values, textMembers).length).toBeLessThanOrEqual(maxOutputCharacters);
  expect(text.length).toBeLessThanOrEqual(maxTypedCharacters);
  return text;
}

describe('decodeArguments on hostile tracees', () => {
  it('never throws and stays within bounds whatever memory answers', () => {
    const random = randomSource(1);
    const answers: ((length: number) => Uint8Array | null)[] = [
      () => null,
      () => new Uint8Array(),
      (length) => random.bytes(length),
      (length) => random.bytes(random.below(length + 1)),
      (length) => new Uint8Array(length),
      (length) => new Uint8Array(length).fill(255),
      (length) => random.bytes(length + 100),
      (length) =>
        iocbBytes({
          opcode: random.below(10),
          nbytes: BigInt(random.pick([1, 40, 2 ** 40])),
          buf: 9n,
        }).subarray(0, length),
    ];
    for (let round = 0; round < 4000; round++) {
      const args = Array.from({ length: random.below(7) }, () => random.pick(registers));
      const calm = random.pick(answers);
      const read: ReadMemory = (_, length) =>
        (random.below(4) === 0 ? random.pick(answers) : calm)(length);
      const call = random.pick(calls);
      bounded(call, args, read, random.pick([null, 0n, 1n, -22n, 64n, 2n ** 63n - 1n]));
    }
  });

  it('gives what the contract allows', () => {
    const random = randomSource(2);
    for (let round = 0; round < 300; round++) {
      const args = Array.from({ length: 6 }, () => random.pick(registers));
      const read: ReadMemory = (_, length) => random.bytes(length);
      const values = decodeArguments(random.pick(calls), args, read, {
        phase: 'exit',
        result: 70n,
      });
      for (const value of values) expect(decodedValueSchema.safeParse(value).success).toBe(true);
    }
  });

  it('bounds the worst that 64 iocbs of 1024 iovecs can ask for', () => {
    const iocb = iocbBytes({
      opcode: 8,
      nbytes: 1024n,
      buf: 0x3000n,
      data: 2n ** 64n - 1n,
      rwFlags: -1,
      flags: -1,
      offset: -1n,
    });
    const iovec = words(0x4000n, 2n ** 63n);
    const read: ReadMemory = (_, length) => {
      if (length === 64) return iocb;
      if (length % 64 === 0) return Buffer.alloc(length, iovec);
      return Buffer.alloc(length, 255);
    };
    expect(bounded('io_submit', [1n, 2n ** 63n - 1n, 8n], read, null)).toContain('more');
    const events: ReadMemory = (_, length) => new Uint8Array(length).fill(0x80);
    expect(bounded('io_getevents', [1n, 1n, 9n, 8n, 8n], events, 2n ** 62n)).toContain('more');
  });

  it('shows a pointer alone once the allowance for buffers is spent, not as unreadable', () => {
    const iocb = iocbBytes({ opcode: 8, nbytes: 16n, buf: 0x3000n });
    const read: ReadMemory = (_, length) =>
      length === 64 ? iocb : Buffer.alloc(length, words(0x4000n, 32n));
    const text = bounded('io_submit', [1n, 64n, 8n], read, null);
    expect(text).toContain('"text":"0x3000"');
    expect(text).not.toContain('unreadable');
  });

  it('wraps an address around the end of the address space', () => {
    const read: ReadMemory = (_, length) => new Uint8Array(Math.min(length, 8));
    const text = bounded('io_submit', [1n, 4n, 2n ** 64n - 8n], read, null);
    expect(text).toContain('iocbpp[1]');
  });
});
