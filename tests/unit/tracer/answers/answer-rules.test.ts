import { describe, expect, it } from 'vitest';
import { AnswerRules } from '../../../../playground-server/tracer/answers/answer-rules.ts';
import { shortened } from '../../../../playground-server/tracer/answers/shorten-call.ts';

const answered = (rules: AnswerRules, call: string, times: number) =>
  Array.from({ length: times }, () => rules.ofCall(call).rules.join());

describe('rules', () => {
  it('are for the calls from one to another, and each so many-th', () => {
    const rules = new AnswerRules(new Map(), [
      { call: 'io_submit', from: 2, to: 6, every: 2, errno: 'EAGAIN' },
      { call: 'io_submit', from: 6, returned: 1 },
    ]);
    expect(answered(rules, 'io_submit', 8)).toEqual(['', '1', '', '1', '', '1', '2', '2']);
    expect(answered(rules, 'io_cancel', 1)).toEqual(['']);
  });

  it('come after what is refused as a whole', () => {
    const rules = new AnswerRules(new Map([['io_submit', 38]]), [
      { call: 'io_submit', errno: 'EAGAIN' },
    ]);
    expect(rules.ofCall('io_submit')).toEqual({ errno: 38, most: null, rules: [] });
  });

  it('count events over all calls of a name, and reach no more than 1024 of one', () => {
    const rules = new AnswerRules(new Map(), [
      { call: 'io_getevents', from: 3, to: 3, event: { errno: 'EIO' } },
      { call: 'io_getevents', from: 1000, event: { res: 7 } },
    ]);
    expect(rules.ofEvents('io_getevents', 2n)).toEqual([]);
    expect(rules.ofEvents('io_getevents', -4n)).toEqual([]);
    expect(rules.ofEvents('io_getevents', 1n)).toEqual([{ index: 0, res: -5, rule: 1 }]);
    // No kernel gives so many; an agent that lies may say so.
    expect(rules.ofEvents('io_getevents', 2n ** 62n).at(-1)).toEqual({
      index: 1023,
      res: 7,
      rule: 2,
    });
  });
});

it('asks for less only where a call asks for more, and for what the kernel would grant', () => {
  const ask = (name: string, args: bigint[], most: number) => shortened(name, args, most).join();
  expect(ask('io_submit', [1n, 3n, 9n], 2)).toBe('1,2,9');
  expect(ask('io_getevents', [1n, 3n, 8n, 9n], 2)).toBe('1,2,2,9');
  expect(ask('io_getevents', [1n, 1n, 8n, 9n], 2)).toBe('1,1,2,9');
  for (const args of [
    [1n, 1n, 2n],
    [1n, 9n, 8n],
    [1n, 2n ** 64n - 1n, 8n],
    [1n, 0n, 2n ** 64n - 1n],
  ])
    expect(shortened('io_getevents', args, 2)).toBe(args);
});
