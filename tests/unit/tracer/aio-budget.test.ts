import { expect, it } from 'vitest';
import type { ReadMemory } from '../../../playground-server/decode/read-memory.ts';
import { AioBudget, newAddressSpace } from '../../../playground-server/tracer/aio-budget.ts';

/** A tracee whose *ctxp holds `value`; null when it cannot be read. */
const holding =
  (value: bigint | null): ReadMemory =>
  (_, length) =>
    value === null ? null : Buffer.from(BigUint64Array.of(value).buffer).subarray(0, length);
const fresh = holding(0n);
const setup = (events: number): bigint[] => [BigInt(events), 0x1000n];

function made(budget: AioBudget, events: number, handle: bigint, space = newAddressSpace()) {
  const reserved = budget.reserve(setup(events), fresh);
  if (reserved === 'over') throw new Error('over');
  budget.settle(space, reserved, setup(events), true, holding(handle));
  return space;
}

it('lets a run hold its share, and not one event more', () => {
  const budget = new AioBudget(100, 65536);
  made(budget, 60, 1n);
  expect(budget.reserve(setup(40), fresh)).toBe(40);
  expect(budget.reserve(setup(1), fresh)).toBe('over');
});

it('leaves to the kernel what the kernel refuses by itself', () => {
  const budget = new AioBudget(100, 65536);
  expect(budget.reserve(setup(0), fresh)).toBe(0);
  expect(budget.reserve(setup(65537), fresh)).toBe(0);
  expect(budget.reserve(setup(200), holding(7n))).toBe(0);
  expect(budget.reserve(setup(200), holding(null))).toBe(0);
});

it('cuts nr_events to 32 bits, as the kernel does', () => {
  const budget = new AioBudget(100, 65536);
  expect(budget.reserve([0x1_0000_0001n, 0x1000n], fresh)).toBe(1);
});

it('gives events back when io_setup fails, on io_destroy, and with the address space', () => {
  const budget = new AioBudget(100, 65536);
  const reserved = budget.reserve(setup(100), fresh);
  budget.settle(newAddressSpace(), Number(reserved), setup(100), false, fresh);
  const space = made(budget, 100, 5n);
  budget.free(space, 5n);
  const other = made(budget, 100, 6n);
  other.users = 2;
  budget.leave(other);
  expect(budget.reserve(setup(1), fresh)).toBe('over');
  budget.leave(other);
  expect(budget.reserve(setup(100), fresh)).toBe(100);
});

it('notices when a race let more through than the share', () => {
  const budget = new AioBudget(10, 65536);
  budget.settle(newAddressSpace(), 0, setup(11), true, holding(9n));
  expect(budget.exceeded).toBe(true);
});
