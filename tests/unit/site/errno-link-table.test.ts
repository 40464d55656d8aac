import { expect, test } from 'vitest';
import type { CallFacts } from '../../../site/facts/call-schema.ts';
import { errnoLinkTable, hrefIn } from '../../../site/facts/errno-link-table.ts';

const condition = (id: string, errno: string, shows = 'return-value') => ({ id, errno, shows });

const call = {
  call: 'io_submit',
  conditions: [
    condition('einval-nr-negative', 'EINVAL'),
    condition('einval-ctx-unknown', 'EINVAL'),
    condition('ebadf-not-open', 'EBADF'),
    condition('epipe-no-reader', 'EPIPE', 'event-res'),
  ],
} as unknown as CallFacts;

const table = errnoLinkTable([call]);

test('links an errno with one condition to that condition', () => {
  expect(hrefIn(table, 'fr', 'io_submit', 'EBADF')).toBe('/fr/man2/io_submit/#ebadf-not-open');
});

test('links an errno with several conditions to its group', () => {
  expect(hrefIn(table, 'ru', 'io_submit', 'EINVAL')).toBe('/ru/man2/io_submit/#einval');
});

test('links an errno that only an event delivers from the event, not from the call', () => {
  expect(hrefIn(table, 'en', 'io_event', 'EPIPE')).toBe('/en/man2/io_submit/#epipe-no-reader');
  expect(hrefIn(table, 'en', 'io_submit', 'EPIPE')).toBeNull();
});

test('has no link for a call without facts', () => {
  expect(hrefIn(table, 'en', 'io_cancel', 'EINVAL')).toBeNull();
});
