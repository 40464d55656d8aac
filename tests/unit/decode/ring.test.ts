import { expect, it } from 'vitest';
import { x86_64 } from '../../../playground-server/decode/abi/x86-64.ts';
import { boundMemory } from '../../../playground-server/decode/bounded-memory.ts';
import { readRing, ringTake } from '../../../playground-server/decode/families/aio/ring.ts';

const address = 0x7f00_0000_0000n;
const { elementBytes } = ringTake({ from: 'argument', index: 0, type: 'u64' });

/** A ring as the kernel maps it, with an event in each slot, whose result is the slot's number. */
function ringWith({ head = 0, tail = 0, slots = 127, magic = 0xa10a10a1 }) {
  const bytes = new Uint8Array(elementBytes);
  const view = new DataView(bytes.buffer);
  [0, slots, head, tail, magic].forEach((word, at) => view.setUint32(4 * at, word, true));
  for (let at = 32; at < elementBytes; at += 32) {
    view.setBigUint64(at, 7n, true);
    view.setBigUint64(at + 8, 0x1000n, true);
    view.setBigInt64(at + 16, BigInt(at / 32 - 1), true);
  }
  return bytes;
}

const read = (bytes: Uint8Array) =>
  readRing(address, {
    abi: x86_64,
    memory: boundMemory({ ranges: [{ address, length: elementBytes, bytes }], notes: [] }),
  });

it('tells where a ring is read and filled, and the events in between', () => {
  expect(read(ringWith({ head: 1, tail: 3 }))).toEqual({
    slots: 127,
    head: 1,
    tail: 3,
    unread: [
      { slot: 1, data: '0x7', obj: '0x1000', res: '1' },
      { slot: 2, data: '0x7', obj: '0x1000', res: '2' },
    ],
  });
});

it('goes round, and tells no more events than are of use', () => {
  const slotsOf = (ring: ReturnType<typeof read>) => ring?.unread.map(({ slot }) => slot);
  expect(slotsOf(read(ringWith({ head: 6, tail: 1, slots: 8 })))).toEqual([6, 7, 0]);
  expect(slotsOf(read(ringWith({ head: 0, tail: 40 })))).toHaveLength(16);
  // Slots that were not copied are left out.
  expect(slotsOf(read(ringWith({ head: 126, tail: 2 })))).toEqual([0, 1]);
});

it('is none where the program has put something else', () => {
  expect(read(ringWith({ head: 0, tail: 0, magic: 1 }))).toBeNull();
  expect(read(ringWith({ head: 127, tail: 0 }))).toBeNull();
  expect(read(ringWith({ head: 0, tail: 127 }))).toBeNull();
  expect(read(ringWith({ head: 0, tail: 0 }).subarray(0, 100))).toBeNull();
});
