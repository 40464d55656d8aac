import { expect, it } from 'vitest';
import {
  newAddressSpace,
  type AddressSpace,
} from '../../../../playground-server/tracer/address-space.ts';
import { AioBudget } from '../../../../playground-server/tracer/hooks/aio-budget.ts';
import { AioKernel, bytesOf } from './aio-kernel.ts';

interface Process {
  space: AddressSpace;
  kernel: AioKernel;
}

const born = (): Process => ({ space: newAddressSpace('fork'), kernel: new AioKernel() });
const budgetOf = (share: number) => new AioBudget(share, bytesOf);

/** Makes a whole io_setup. */
function setUp(budget: AioBudget, { space, kernel }: Process, events: number): number {
  const call = {};
  expect(budget.setUp(space, call, events, kernel.view)).toBe('now');
  const ring = kernel.map(events);
  budget.wasSetUp(space, call, 'made', kernel.view);
  return ring;
}

/** The answer to a process that asks for this many more; its call then fails. */
function asks(budget: AioBudget, events: number, { space, kernel } = born()): string {
  const call = {};
  const permission = budget.setUp(space, call, events, kernel.view);
  budget.wasSetUp(space, call, 'failed', kernel.view);
  return permission;
}

/** Exactly this much of the run's share is left. */
function expectRoom(budget: AioBudget, left: number): void {
  expect(asks(budget, left)).toBe('now');
  expect(asks(budget, left + 1)).toBe('never');
}

it('lets a run hold its share, and not one event more', () => {
  const budget = budgetOf(100);
  setUp(budget, born(), 60);
  expectRoom(budget, 40);
});

it('counts an io_setup that has not come back, and the next of its address space takes turns', () => {
  const budget = budgetOf(100);
  const one = born();
  budget.setUp(one.space, {}, 60, one.kernel.view);
  expectRoom(budget, 40);
  expect(asks(budget, 1, one)).toBe('later');
});

it('gives back what an io_destroy has freed, once it has returned', () => {
  const budget = budgetOf(100);
  const one = born();
  const ring = setUp(budget, one, 100);
  const destroy = {};
  budget.destroy(one.space, destroy, one.kernel.view);
  one.kernel.unmap(ring);
  expect(asks(budget, 1)).toBe('later');
  budget.wasDestroyed(one.space, destroy, true, one.kernel.view);
  expectRoom(budget, 100);
});

it('lets an io_destroy wait for an io_setup of the same address space', () => {
  const budget = budgetOf(100);
  const one = born();
  setUp(budget, one, 60);
  const call = {};
  budget.setUp(one.space, call, 1, one.kernel.view);
  expect(budget.destroy(one.space, {}, one.kernel.view)).toBe('later');
  budget.wasSetUp(one.space, call, 'failed', one.kernel.view);
  expect(budget.destroy(one.space, {}, one.kernel.view)).toBe('now');
});

it('tells contexts apart that begin and end while an io_destroy is under way', () => {
  const budget = budgetOf(100);
  const one = born();
  const old = setUp(budget, one, 70);
  const destroy = {};
  budget.destroy(one.space, destroy, one.kernel.view);
  one.kernel.unmap(old);
  setUp(budget, one, 5);
  budget.wasDestroyed(one.space, destroy, true, one.kernel.view);
  expectRoom(budget, 95);
});

it('gives back nothing for an io_destroy that failed, or that a filter of the program answered', () => {
  const budget = budgetOf(100);
  const one = born();
  one.kernel.unmap(setUp(budget, one, 100));
  const destroy = {};
  budget.destroy(one.space, destroy, one.kernel.view);
  budget.wasDestroyed(one.space, destroy, false, one.kernel.view);
  budget.wasDestroyed(one.space, {}, true, one.kernel.view);
  expect(asks(budget, 1)).toBe('never');
});

it('counts a process that dies until its last thread is gone', () => {
  const budget = budgetOf(100);
  const child = born();
  setUp(budget, child, 100);
  child.space.users = 0;
  child.space.dying = 1;
  child.kernel.isReleased = true;
  expect(asks(budget, 1)).toBe('later');
  child.space.dying = 0;
  expectRoom(budget, 100);
  expect(child.kernel.isClosed).toBe(true);
});

it('counts the memory of a dead process as long as another reads it', () => {
  const budget = budgetOf(100);
  const child = born();
  setUp(budget, child, 100);
  child.space.users = 0;
  expect(asks(budget, 1)).toBe('never');
  child.kernel.isReleased = true;
  expectRoom(budget, 100);
});

it('counts the context that a thread may have made before it was killed', () => {
  const budget = budgetOf(100);
  const one = born();
  const call = {};
  budget.setUp(one.space, call, 60, one.kernel.view);
  budget.wasSetUp(one.space, call, 'unknown', one.kernel.view);
  expectRoom(budget, 40);
});
