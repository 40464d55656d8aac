import { expect, test } from 'vitest';
import type { CallFacts } from '../../../site/facts/call-schema.ts';
import { errnoMatrix } from '../../../site/facts/errno-matrix.ts';

const condition = (id: string, shows = 'return-value') => ({
  id,
  errno: id.split('-')[0]?.toUpperCase(),
  shows,
});

const call = (name: string, conditions: object[]) =>
  ({ page: name, conditions }) as unknown as CallFacts;

const rows = errnoMatrix([
  call('io_setup', [condition('einval-zero'), condition('einval-handle')]),
  call('io_submit', [condition('eagain-full'), condition('eagain-empty', 'event-res')]),
]);

test('names each errno once, in alphabetical order', () => {
  expect(rows.map(({ errno }) => errno)).toEqual(['EAGAIN', 'EINVAL']);
});

test('keeps what a call returns apart from what its events deliver', () => {
  const [eagain] = rows;
  expect(eagain?.returned.map(({ fragment }) => fragment)).toEqual(['eagain-full']);
  expect(eagain?.delivered.map(({ fragment }) => fragment)).toEqual(['eagain-empty']);
});

test('leads to the group where a call has several conditions', () => {
  expect(rows[1]?.returned).toMatchObject([{ page: 'io_setup', fragment: 'einval' }]);
});
