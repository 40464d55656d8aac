import { expect, test } from 'vitest';
import type { CallFacts } from '../../../site/facts/call-schema.ts';
import { errnoTable } from '../../../site/facts/errno-table.ts';

const condition = (id: string, errno: string, shows = 'return-value', step = 1) => ({
  id,
  errno,
  shows,
  step,
});

const call = {
  call: 'io_submit',
  page: 'io_submit',
  conditions: [
    condition('eperm-filtered', 'EPERM', 'return-value', 0),
    { ...condition('einval-nr-negative', 'EINVAL'), sign: { iff: { value: 'nr', below: 0 } } },
    condition('einval-ctx-unknown', 'EINVAL'),
    condition('ebadf-not-open', 'EBADF'),
    condition('epipe-no-reader', 'EPIPE', 'event-res'),
  ],
} as unknown as CallFacts;

const table = errnoTable([call]);

test('places an errno below its group, with the signs of its conditions', () => {
  expect(table['io_submit']?.['EINVAL']).toEqual({
    page: 'io_submit',
    group: 'einval',
    conditions: [
      { id: 'einval-nr-negative', sign: { iff: { value: 'nr', below: 0 } } },
      { id: 'einval-ctx-unknown' },
    ],
  });
});

test('tells what is met before the code of the call', () => {
  expect(table['io_submit']?.['EPERM']?.conditions).toEqual([
    { id: 'eperm-filtered', isOutside: true },
  ]);
});

test('places an errno that only an event delivers at the event, not at the call', () => {
  expect(table['io_event']?.['EPIPE']).toMatchObject({ page: 'io_submit' });
  expect(table['io_submit']?.['EPIPE']).toBeUndefined();
});

test('places what a call returns on its page, which may have another name', () => {
  const eventfd2 = { ...call, call: 'eventfd2', page: 'eventfd' };
  expect(errnoTable([eventfd2])['eventfd2']?.['EBADF']).toMatchObject({ page: 'eventfd' });
});
