import { expect, it } from 'vitest';
import { handleValue } from '../../../playground-server/decode/make-value.ts';
import type { UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { contextFate } from '../../../site/playground/client/explain/context-fate.ts';
import { operationsOf } from '../../../site/playground/client/operations.ts';
import { after, einval } from './events.ts';
import { destroys, iocbAt, reaps, setsUp, submits, tries } from './lives.ts';

const einprogress = { name: 'EINPROGRESS', number: 115 };

const operations = (...events: UnstampedEvent[]) => operationsOf(after(...events).rows).all;

it('follows an iocb from its submission to its event', () => {
  expect(operations(...setsUp(1), ...submits(2, ['0xa']), ...reaps(3, ['0xa']))).toMatchObject([
    { iocb: '0xa', submittedBy: { call: 2 }, reapedBy: { call: 3 }, cancelledBy: null },
  ]);
});

it('counts only the iocbs that were taken', () => {
  expect(operations(...submits(1, ['0xa', '0xb'], 1))).toMatchObject([{ iocb: '0xa' }]);
  expect(operations(...submits(1, ['0xa'], -1))).toEqual([]);
});

it('gives each event of a reused iocb to the oldest operation that has none', () => {
  const reused = operations(...submits(1, ['0xa', '0xa']), ...reaps(2, ['0xa']));
  expect(reused.map(({ reapedBy }) => reapedBy?.call ?? null)).toEqual([2, null]);
});

it('lets a thread reap what another submitted while it waited', () => {
  const [begins, ends] = reaps(1, ['0xa']);
  const [operation] = operations(begins, ...submits(2, ['0xa']), ends);
  expect(operation?.reapedBy?.call).toBe(1);
});

it('knows a cancelled operation by EINPROGRESS, which is how io_cancel succeeds', () => {
  const iocb = iocbAt('iocb', '0xa');
  const cancelled = (errno: typeof einval) =>
    operations(...submits(1, ['0xa']), ...tries(2, 'io_cancel', errno, [iocb]))[0]?.cancelledBy;
  expect(cancelled(einprogress)?.call).toBe(2);
  expect(cancelled(einval)).toBeNull();
});

it('tells a destroyed context from one that goes while the call waits', () => {
  const fate = (...events: UnstampedEvent[]) => {
    const { rows } = after(...events);
    return contextFate(
      handleValue('ctx_id', 0xcn),
      rows.find(({ name }) => name === 'io_getevents')!,
      rows,
    );
  };
  const waits = tries(3, 'io_getevents', einval);
  const [entered, left] = waits;
  expect(fate(...setsUp(1), ...destroys(2), ...waits)).toBe('destroyed');
  expect(fate(...setsUp(1), entered, ...destroys(4), left)).toBe('destroyed-meanwhile');
  expect(fate(...setsUp(1), ...waits, ...destroys(4))).toBe('live');
  expect(fate(...waits)).toBe('never-made');
});
