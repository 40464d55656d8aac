import { shownText } from '../../../playground-server/protocol/display-text.ts';
import { expect, it } from 'vitest';
import { boundMemory } from '../../../playground-server/decode/bounded-memory.ts';
import { i386 } from '../../../playground-server/decode/abi/i386.ts';
import { x86_64 } from '../../../playground-server/decode/abi/x86-64.ts';
import type { ArgumentKind } from '../../../playground-server/decode/kinds/argument-kind.ts';
import { filledBuffer, givenBuffer } from '../../../playground-server/decode/kinds/buffers.ts';
import {
  descriptor,
  flags,
  long,
  size,
  unsigned,
} from '../../../playground-server/decode/kinds/numbers.ts';
import { Notes } from '../../../playground-server/tracer/capture/notes.ts';
import { takeCaptures } from '../../../playground-server/tracer/capture/take-captures.ts';
import { fakeMemory } from './fake-memory.ts';

/** The text of a first argument that was recorded, beside a second one. */
function shown(
  kind: ArgumentKind,
  register: bigint,
  { result = null as bigint | null, second = 0n, abi = x86_64 } = {},
): string {
  const memory = fakeMemory({ 0x100: Buffer.from('hello, world') });
  const registers = [register, second];
  const side = result === null ? 'entry' : 'exit';
  const captured = takeCaptures(kind.capture?.({ index: 0, side, abi }) ?? [], {
    args: registers,
    result,
    stackPointer: 0n,
    notes: new Notes(),
    read: (ranges) =>
      ranges.map(({ address, length }) => memory(address, length) ?? new Uint8Array()),
  });
  return shownText(
    kind.decode('x', register, { abi, memory: boundMemory(captured), registers, result }).text,
  );
}

const allOnes = 2n ** 64n - 1n;

it('numbers are as wide, and signed, as the kernel reads them', () => {
  expect(shown(unsigned, allOnes)).toBe('4294967295');
  expect(shown(long, allOnes)).toBe('-1');
  expect(shown(long, 2n ** 32n - 1n, { abi: i386 })).toBe('-1');
  expect(shown(size, allOnes)).toBe(`${allOnes}`);
  expect(shown(descriptor, 2n ** 32n - 1n)).toBe('-1');
  expect(shown(flags([[1n, 'ONE']]), 0x1_0000_0005n)).toBe('ONE|0x4');
});

it('what the kernel fills is shown once it has, as far as it has', () => {
  expect(shown(filledBuffer, 0x100n)).toBe('0x100');
  expect(shown(filledBuffer, 0x100n, { result: 5n })).toBe('0x100 "hello"');
  expect(shown(filledBuffer, 0x100n, { result: -9n })).toBe('0x100');
  expect(shown(filledBuffer, 0x999n, { result: 5n })).toContain('unreadable');
});

it('what a program hands over is shown as long as it says', () => {
  const given = givenBuffer({ length: 1 });
  expect(shown(given, 0x100n, { second: 5n })).toBe('0x100 "hello"');
  expect(shown(given, 0x100n, { second: 0n })).toBe('0x100');
  expect(shown(given, 0x100n, { second: allOnes })).toBe('0x100');
});
