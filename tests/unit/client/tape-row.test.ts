import { expect, it } from 'vitest';
import { constantValue } from '../../../playground-server/decode/make-value.ts';
import { fieldsOf } from '../../../playground-server/protocol/index.ts';
import type { DecodedValue, UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import type { RunState } from '../../../site/playground/client/run-state.ts';
import { missingRow, tapeRow } from '../../../site/playground/view/tape/tape-row.ts';
import { createWords } from '../../../site/words/words.ts';
import { after, einval, entry, exit } from './events.ts';
import { eventsWith } from './lives.ts';

const context = {
  id: 'first',
  words: createWords('en', {
    'playground.waiting': 'waiting',
    'playground.differs': 'was {{result}}',
    'playground.notRecorded': 'not recorded',
    'playground.missing': 'not made',
    'playground.thread': 'thread {{thread}}',
    'playground.errnoUnchanged': 'errno unchanged',
    'playground.returns': 'returns {{value}}',
    'text.colon': ': ',
    'verdict.condition': 'by condition',
    'verdict.watched': 'since it is watched',
  }),
  explain: { ofCall: () => '/en/man2/io_setup/#einval', ofEvent: () => '/event' },
};

const show = (run: RunState, ...rest: [Parameters<typeof tapeRow>[3]?]) =>
  tapeRow(run.rows[0]!, run, context, ...rest).markup;
const text = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

it('writes a call in one line as strace would; unfolded, its arguments have names', () => {
  const shown = text(show(after(entry(1), exit(1))));
  expect(shown).toMatch(/io_setup\(128\).*nr_events&nbsp;=&nbsp;128/);
  expect(shown).toContain('= 0');
});

it('links a failure to what the manual says about it', () => {
  const shown = show(after(entry(1), exit(1, '-1', einval)));
  expect(shown).toContain('<a href="/en/man2/io_setup/#einval">EINVAL</a>');
});

it('says in words that a call has not returned', () => {
  expect(text(show(after(entry(1))))).toContain('waiting');
});

it('names what was recorded where the result differs, or that nothing was', () => {
  const run = after(entry(1), exit(1, '-1', einval));
  const recorded = after(entry(1), exit(1)).rows[0]!;
  expect(text(show(run, { kind: 'changed', recorded }))).toContain('was = 0');
  expect(text(show(run, { kind: 'added' }))).toContain('not recorded');
  expect(text(missingRow(recorded, context).markup)).toContain('not made');
});

it('names the thread of every row once there are several', () => {
  const alone = after(entry(1), exit(1));
  expect(text(show(alone))).not.toContain('thread');
  const second = { ...entry(2), thread: 2 } as UnstampedEvent;
  expect(text(show(after(entry(1), exit(1), second)))).toContain('thread 1');
});

it('says what the variable holds after a failure, by the convention in force', () => {
  const failed = (convention: 'syscall' | 'libaio' | 'koffi') =>
    text(show(after(entry(1), { ...exit(1, '-1', einval), convention } as UnstampedEvent)));
  expect(failed('syscall')).toContain('syscall: returns -1, errno == 22');
  expect(failed('libaio')).toContain('libaio: returns -22, errno unchanged');
  expect(failed('koffi')).toContain('koffi: returns -1, errno() === 22');
});

it('names who answered where it was not the kernel', () => {
  const answered = { ...exit(1, '-1', einval), verdict: 'condition' } as UnstampedEvent;
  expect(text(show(after(entry(1), answered)))).toContain('by condition');
  const watched = { ...answered, verdict: 'watched' } as UnstampedEvent;
  expect(show(after(entry(1), watched))).toContain(
    '<a href="/en/playground/#watching">since it is watched</a>',
  );
});

it('shows what a snippet wrote as text, never as markup', () => {
  const hostile = exit(1);
  if (hostile.kind === 'syscall-exit') hostile.arguments = [constantValue('x', 1n, '<img src=x>')];
  expect(show(after(entry(1), hostile))).not.toContain('<img');
});

it('links the errno that an event delivers, in the call and among the fields', () => {
  const waited = exit(1);
  if (waited.kind === 'syscall-exit') waited.arguments = [eventsWith(['0xa'], -22n)];
  const shown = show(after(entry(1), waited));
  // In the line of the call and in res.
  expect(shown.split('<a href="/event">EINVAL</a>')).toHaveLength(3);
  expect(text(shown)).toContain('io_setup([-22 EINVAL])');
});

it('links each errno to its own event, and none to a result that is no errno', () => {
  const waited = exit(1);
  const [failed, done] = [eventsWith(['0xa'], -22n), eventsWith(['0xb'], 5n)];
  const events = { ...failed, fields: [...fieldsOf(failed), ...fieldsOf(done)] } as DecodedValue;
  if (waited.kind === 'syscall-exit') waited.arguments = [events];
  expect(show(after(entry(1), waited)).split('<a href="/event">')).toHaveLength(3);
});

it('counts the elements that a list leaves out', () => {
  const submitted = exit(1);
  const list = { ...eventsWith(['0xa', '0xb']), leftOut: '61' } as DecodedValue;
  if (submitted.kind === 'syscall-exit') submitted.arguments = [list];
  expect(text(show(after(entry(1), submitted)))).toContain('…&nbsp;=&nbsp;+ 61');
});

it('shows values from a server of an older version by their text', () => {
  const told = exit(1);
  const old = { name: 'events', text: '[{res = -22 EINVAL}]', fields: [] };
  if (told.kind === 'syscall-exit') told.arguments = [old as unknown as DecodedValue];
  expect(text(show(after(entry(1), told)))).toContain('io_setup([{res = -22 EINVAL}])');
});
