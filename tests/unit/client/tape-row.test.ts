import { expect, it } from 'vitest';
import { createWords } from '../../../site/playground/view/words.ts';
import { tapeRow } from '../../../site/playground/view/tape/tape-row.ts';
import { after, einval, entry, exit } from './events.ts';

const context = {
  id: 'first',
  words: createWords('en', {
    'playground.waiting': 'waiting',
    'playground.differs': 'was {{result}}',
  }),
  explain: (call: string, errno: string) =>
    errno === 'EINVAL' ? `/en/man2/${call}/#einval` : null,
};

const rowOf = (...events: Parameters<typeof after>) => after(...events).rows[0]!;
const text = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

it('writes a call as strace would, with its arguments named', () => {
  const { markup } = tapeRow(rowOf(entry(1), exit(1)), context);
  expect(text(markup)).toContain('io_setup(nr_events = 128)');
  expect(text(markup)).toContain('= 0');
});

it('links a failure to what the manual says about it', () => {
  const { markup } = tapeRow(rowOf(entry(1), exit(1, '-1', einval)), context);
  expect(markup).toContain('<a href="/en/man2/io_setup/#einval">EINVAL</a>');
});

it('says in words that a call has not come back', () => {
  expect(text(tapeRow(rowOf(entry(1)), context).markup)).toContain('waiting');
});

it('names what was recorded where the result differs', () => {
  const row = rowOf(entry(1), exit(1, '-1', einval));
  expect(text(tapeRow(row, context, rowOf(entry(1), exit(1))).markup)).toContain('was = 0');
});

it('shows what a snippet wrote as text, never as markup', () => {
  const hostile = exit(1);
  if (hostile.kind === 'syscall-exit') hostile.arguments = [{ name: 'x', text: '<img src=x>' }];
  expect(tapeRow(rowOf(entry(1), hostile), context).markup).not.toContain('<img');
});

it('links the errno that an event delivers, in the call and among the fields', () => {
  const waited = exit(1);
  const res = { name: 'res', text: '-22 EINVAL', value: '-22' };
  const events = { name: 'events', text: '[{data = 0, res = -22 EINVAL, res2 = 0}]' };
  if (waited.kind === 'syscall-exit') {
    waited.arguments = [{ ...events, fields: [{ name: 'events[0]', text: '…', fields: [res] }] }];
  }
  const { markup } = tapeRow(rowOf(entry(1), waited), context);
  expect(markup.split('<a href="/en/man2/io_event/#einval">EINVAL</a>')).toHaveLength(3);
});
