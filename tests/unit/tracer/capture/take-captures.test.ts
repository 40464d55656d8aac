import { describe, expect, it } from 'vitest';
import type { Take } from '../../../../playground-server/decode/capture/capture-plan.ts';
import type { ReadMemory } from '../../../../playground-server/linux/process-memory.ts';
import { Notes } from '../../../../playground-server/tracer/capture/notes.ts';
import {
  takeCaptures,
  type Standing,
} from '../../../../playground-server/tracer/capture/take-captures.ts';
import { fakeMemory, words } from '../../decode/fake-memory.ts';

const first = { from: 'argument', index: 0, type: 'u64' } as const;
const second = { from: 'argument', index: 1, type: 's64' } as const;
const here = { from: 'field', offset: 0, type: 'u64' } as const;

/** Carries a plan out; gives the record, and what was read at once. */
function take(
  takes: readonly Take[],
  read: ReadMemory,
  standing: Partial<Standing> & { args: readonly bigint[] },
) {
  const batches: number[] = [];
  const captured = takeCaptures(takes, {
    result: null,
    stackPointer: 0n,
    notes: new Notes(),
    ...standing,
    read(ranges) {
      batches.push(ranges.length);
      return ranges.map(({ address, length }) => {
        expect(length).toBeGreaterThan(0);
        expect(address >= 0n && address < 2n ** 64n).toBe(true);
        return read(address, length)?.subarray(0, length) ?? new Uint8Array();
      });
    },
  });
  const taken = captured.ranges.map(({ address, length, bytes }) => [
    address,
    length,
    bytes.length,
  ]);
  return { captured, taken, batches };
}

/** Memory that can be read everywhere and holds the same word throughout. */
const filledWith =
  (word: bigint): ReadMemory =>
  (_, length) =>
    Buffer.alloc(length, words(word));

describe('a plan', () => {
  const list: Take = {
    at: first,
    elementBytes: 8,
    count: { of: second, most: 64 },
    each: [{ at: here, elementBytes: 16, each: [{ at: here, elementBytes: 1, isBuffer: true }] }],
  };

  it('is read level by level, each at once', () => {
    const memory = fakeMemory({
      0x100: words(0x200n, 0x300n),
      0x200: words(0x400n, 0n),
      0x300: words(0x500n, 0n),
      0x400: words(1n),
      0x500: words(2n),
    });
    const { taken, batches } = take([list], memory, { args: [0x100n, 2n] });
    expect(batches).toEqual([1, 2, 2]);
    expect(taken).toEqual([
      [0x100n, 16, 16],
      [0x200n, 16, 16],
      [0x300n, 16, 16],
      [0x400n, 1, 1],
      [0x500n, 1, 1],
    ]);
  });

  it('takes nothing at 0, or where the count is not positive or not known', () => {
    const counted = (count: NonNullable<Take['count']>): Take => ({ ...list, count });
    const result = counted({ of: { from: 'result' }, most: 4 });
    const outside: Take = { ...list, at: here };
    expect(take([list], filledWith(1n), { args: [0n, 2n] }).taken).toEqual([]);
    expect(take([list], filledWith(1n), { args: [1n, -1n] }).taken).toEqual([]);
    expect(take([list], filledWith(1n), { args: [1n, 2n ** 63n] }).taken).toEqual([]);
    expect(take([result, outside], filledWith(1n), { args: [1n] }).taken).toEqual([]);
    expect(take([result], filledWith(0n), { args: [1n], result: 2n }).taken).toHaveLength(1);
  });

  it('says of what could not be read that it could not', () => {
    const memory = fakeMemory({ 0x100: words(0x200n, 0x300n).subarray(0, 12) });
    const { taken } = take([list], memory, { args: [0x100n, 2n] });
    expect(taken).toEqual([
      [0x100n, 16, 12],
      [0x200n, 16, 0],
    ]);
  });

  it('follows a field only where the condition holds', () => {
    const data: Take = { at: here, elementBytes: 4, when: { value: here, in: [0x40, 0x50] } };
    const plan: Take = { ...list, each: [data] };
    const memory = fakeMemory({ 0x100: words(0x40n, 0x48n), 0x40: words(1n), 0x48: words(2n) });
    expect(take([plan], memory, { args: [0x100n, 2n] }).taken.slice(1)).toEqual([[0x40n, 4, 4]]);
  });

  it('does not read the same twice, and reads on what is longer', () => {
    const plans: Take[] = [
      { at: first, elementBytes: 8 },
      { at: first, elementBytes: 4 },
      { at: first, elementBytes: 16 },
    ];
    const { taken } = take(plans, filledWith(0n), { args: [0x100n] });
    expect(taken).toEqual([
      [0x100n, 8, 8],
      [0x100n, 16, 16],
    ]);
  });

  it('takes the stack, and a number as narrow as it is', () => {
    const narrow: Take = { at: { from: 'argument', index: 0, type: 'u32' }, elementBytes: 4 };
    const stack: Take = { at: { from: 'stack' }, elementBytes: 8, count: 4 };
    const at = { args: [0x1_0000_0010n], stackPointer: 0x7ff0n };
    expect(take([narrow, stack], filledWith(0n), at).taken).toEqual([
      [0x10n, 4, 4],
      [0x7ff0n, 32, 32],
    ]);
  });
});

describe('a note', () => {
  const isOne = { value: { from: 'field', offset: 8, type: 'u64' }, in: [1] } as const;
  const write: Take = {
    at: first,
    elementBytes: 16,
    note: { book: 'reads', value: here, when: isOne },
  };
  const find: Take = {
    at: first,
    elementBytes: 8,
    each: [{ at: { from: 'note', book: 'reads', offset: 0, type: 'u64' }, elementBytes: 4 }],
  };
  const event = fakeMemory({ 0x900: words(0x100n), 0x500: words(7n) });
  const found = (notes: Notes) => take([find], event, { args: [0x900n], notes });

  it('leads a later call to what an earlier one meant, and stands in its record', () => {
    const notes = new Notes();
    take([write], fakeMemory({ 0x100: words(0x500n, 1n) }), { args: [0x100n], notes });
    const { captured, taken } = found(notes);
    expect(taken).toEqual([
      [0x900n, 8, 8],
      [0x500n, 4, 4],
    ]);
    expect(captured.notes).toEqual([{ book: 'reads', key: 0x100n, value: 0x500n }]);
  });

  it('is struck out when the same address means something else', () => {
    const notes = new Notes();
    take([write], fakeMemory({ 0x100: words(0x500n, 1n) }), { args: [0x100n], notes });
    take([write], fakeMemory({ 0x100: words(0x500n, 2n) }), { args: [0x100n], notes });
    expect(found(notes).taken).toEqual([[0x900n, 8, 8]]);
    expect(found(notes).captured.notes).toEqual([]);
  });

  it('makes way for newer ones', () => {
    const notes = new Notes();
    for (let key = 0n; key <= 4096n; key++) notes.write('reads', key, key);
    expect(notes.find('reads', 0n)).toBeUndefined();
    expect(notes.find('reads', 1n)).toBe(1n);
    expect(notes.find('reads', 4096n)).toBe(4096n);
  });
});

describe('against hostile memory and tables', () => {
  /** A take that leads to itself again and again, as deep as a table may be written. */
  const nested = (levels: number): Take => ({
    at: levels === 20 ? first : here,
    elementBytes: 8,
    count: 8,
    each: levels > 1 ? [nested(levels - 1)] : [],
  });

  it('ends where a structure leads back to itself', () => {
    const { taken } = take([nested(20)], filledWith(0x100n), { args: [0x100n] });
    expect(taken).toEqual([[0x100n, 64, 64]]);
  });

  it('ends after four levels', () => {
    let next = 0x1000n;
    const fresh: ReadMemory = (_, length) => Buffer.alloc(length, words((next += 0x1000n)));
    const { batches } = take([nested(20)], fresh, { args: [0x100n] });
    expect(batches).toHaveLength(4);
  });

  it('takes no more than 1024 ranges and 64 KiB, however many are asked for', () => {
    const many = Array.from({ length: 5000 }, (_, index): Take => {
      return { at: { from: 'argument', index, type: 'u64' }, elementBytes: 8 };
    });
    const args = many.map((_, index) => BigInt(index + 1) * 0x100n);
    expect(take(many, filledWith(0n), { args }).taken).toHaveLength(1024);
    const large: Take = { ...many[0]!, count: { of: second, most: 2 ** 31 } };
    expect(take([large], filledWith(0n), { args: [1n, 2n ** 62n] }).taken).toEqual([]);
    const pages = many.map((each): Take => ({ ...each, elementBytes: 4096 }));
    expect(take(pages, filledWith(0n), { args }).taken).toHaveLength(16);
  });

  it('takes no more than 4 KiB of buffers, and passes over what does not fit', () => {
    const buffer = (index: number, count: number): Take => {
      return {
        at: { from: 'argument', index, type: 'u64' },
        elementBytes: 1,
        count,
        isBuffer: true,
      };
    };
    const plan = [buffer(0, 4000), buffer(1, 100), buffer(2, 96)];
    const args = [0x10000n, 0x20000n, 0x30000n];
    expect(take(plan, filledWith(0n), { args }).taken).toEqual([
      [0x10000n, 4000, 4000],
      [0x30000n, 96, 96],
    ]);
  });

  it('wraps an address at the end of the address space', () => {
    const list: Take = {
      at: first,
      elementBytes: 8,
      count: 2,
      note: { book: 'seen', value: here, when: { value: here, in: [1] } },
    };
    const notes = new Notes();
    take([list], filledWith(1n), { args: [2n ** 64n - 8n], notes });
    expect(notes.find('seen', 2n ** 64n - 8n)).toBe(1n);
    expect(notes.find('seen', 0n)).toBe(1n);
  });
});
