import { expect, it } from 'vitest';
import {
  answerRuleSchema,
  printInjection,
  readInjection,
} from '../../../playground-server/protocol/index.ts';

it.each([
  ['io_submit:error=EAGAIN', { call: 'io_submit', errno: 'EAGAIN' }],
  ['io_submit:error=EAGAIN:when=2', { call: 'io_submit', errno: 'EAGAIN', from: 2, to: 2 }],
  ['io_submit:retval=0:when=2+', { call: 'io_submit', returned: 0, from: 2 }],
  ['io_submit:retval=1:when=2+3', { call: 'io_submit', returned: 1, from: 2, every: 3 }],
  [
    'io_getevents:event=EIO:when=1..9',
    { call: 'io_getevents', event: { errno: 'EIO' }, from: 1, to: 9 },
  ],
  [
    'io_getevents:event=-5:when=1..9+2',
    { call: 'io_getevents', event: { res: -5 }, from: 1, to: 9, every: 2 },
  ],
])('%s is written and read as strace does', (text, rule) => {
  expect(readInjection(text)).toEqual(rule);
  expect(printInjection(answerRuleSchema.parse(rule))).toBe(text);
});

it.each([
  'io_submit',
  'io_submit:error',
  'mmap:error=EIO',
  'io_submit:delay=3',
  'io_submit:error=EIO:when=x',
  ':',
])('passes on what is no rule, for the server to judge: %s', (text) => {
  expect(answerRuleSchema.safeParse(readInjection(text)).success).toBe(text === 'io_submit:error');
});
