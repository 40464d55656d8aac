import { expect, it } from 'vitest';
import { announcement } from '../../../site/playground/view/tape/announce-calls.ts';
import { createWords } from '../../../site/words/words.ts';
import { after, einval, exit } from './events.ts';

const words = createWords('en', {
  'playground.toldCall': '{{call}} {{result}}',
  'playground.toldCallOfLine': 'line {{line}}: {{call}} {{result}}',
  'playground.toldCalls': '{{count}} calls; {{last}}',
});

const returned = (count: number) =>
  after(...Array.from({ length: count }, (_, at) => exit(at + 1)), exit(count + 1, '-1', einval))
    .rows;

it('announces a few calls one by one', () => {
  expect(announcement(returned(1), words)).toBe(
    'line 9: io_setup = 0; line 9: io_setup = -1 EINVAL',
  );
});

it('announces many calls by their number and the last one', () => {
  expect(announcement(returned(99), words)).toBe('100 calls; line 9: io_setup = -1 EINVAL');
});

it('leaves out the line of a call that belongs to none', () => {
  const { rows } = after(exit(1, '0', null, 'io_setup', null));
  expect(announcement(rows, words)).toBe('io_setup = 0');
});
