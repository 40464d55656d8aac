import { expect, it } from 'vitest';
import type { ReadMemory } from '../../../../playground-server/linux/process-memory.ts';
import { newAddressSpace } from '../../../../playground-server/tracer/address-space.ts';
import { AioBudget } from '../../../../playground-server/tracer/hooks/aio-budget.ts';

/** A tracee whose *ctxp holds `value`; null when it cannot be read. */
const holding =
  (value: bigint | null): ReadMemory =>
  (_, length) =>
    value === null ? null : Buffer.from(BigUint64Array.of(value).buffer).subarray(0, length);
const fresh = holding(0n);
const setup = (events: number) => ({ args: [BigInt(events), 0x1000n] });

function made(budget: AioBudget, events: number, handle: bigint, space = newAddressSpace()) {
  const call = setup(events);
  expect(budget.reserve(call, fresh)).toBe('within');
  budget.settle(space, call, true, holding(handle));
  return space;
}

/** Whether the run may hold so many more. */
function hasRoomFor(budget: AioBudget, events: number): boolean {
  const call = setup(events);
  const isWithin = budget.reserve(call, fresh) === 'within';
  budget.settle(newAddressSpace(), call, false, fresh);
  return isWithin;
}

it('lets a run hold its share, and not one event more', () => {
  const budget = new AioBudget(100, 65536);
  made(budget, 60, 1n);
  expect(hasRoomFor(budget, 40)).toBe(true);
  expect(hasRoomFor(budget, 41)).toBe(false);
});

it('counts what is set aside for a call that has not come back', () => {
  const budget = new AioBudget(100, 65536);
  expect(budget.reserve(setup(60), fresh)).toBe('within');
  expect(hasRoomFor(budget, 41)).toBe(false);
});

it('leaves to the kernel what the kernel refuses by itself', () => {
  const budget = new AioBudget(100, 65536);
  for (const [call, read] of [
    [setup(0), fresh],
    [setup(65537), fresh],
    [setup(200), holding(7n)],
    [setup(200), holding(null)],
  ] as const) {
    expect(budget.reserve(call, read)).toBe('within');
  }
  expect(hasRoomFor(budget, 100)).toBe(true);
});

it('cuts nr_events to 32 bits, as the kernel does', () => {
  const budget = new AioBudget(1, 65536);
  expect(budget.reserve({ args: [0x1_0000_0001n, 0x1000n] }, fresh)).toBe('within');
  expect(hasRoomFor(budget, 1)).toBe(false);
});

it('gives events back when io_setup fails, on io_destroy, and with the address space', () => {
  const budget = new AioBudget(100, 65536);
  const failed = setup(100);
  budget.reserve(failed, fresh);
  budget.settle(newAddressSpace(), failed, false, fresh);
  const space = made(budget, 100, 5n);
  budget.free(space, 5n);
  const other = made(budget, 100, 6n);
  expect(hasRoomFor(budget, 1)).toBe(false);
  budget.spaceEnded(other);
  expect(hasRoomFor(budget, 100)).toBe(true);
});

it('gives all back where a program unmapped a ring, and the next context got its address', () => {
  const budget = new AioBudget(100, 65536);
  const space = made(budget, 60, 5n);
  made(budget, 40, 5n, space);
  budget.free(space, 5n);
  expect(hasRoomFor(budget, 41)).toBe(false);
  budget.spaceEnded(space);
  expect(hasRoomFor(budget, 100)).toBe(true);
});

it('notices when a race let more through than the share', () => {
  const budget = new AioBudget(10, 65536);
  budget.settle(newAddressSpace(), setup(11), true, holding(9n));
  expect(budget.isExceeded).toBe(true);
});

it('does not go on when its own count cannot be right', () => {
  const budget = new AioBudget(100, 65536);
  const call = setup(1);
  budget.reserve(call, fresh);
  expect(() => budget.reserve(call, fresh)).toThrow('set aside twice');
});
