import { expect, it, test } from 'vitest';
import { goalPatternSchema } from '../../../../site/facts/goals/goal-pattern-schema.ts';
import { GoalSpellingError, parseGoal } from '../../../../site/facts/goals/parse-goal.ts';

const known = { calls: ['io_submit', 'io_cancel'], errnos: ['EAGAIN', 'EINPROGRESS', 'EINVAL'] };

const spellings: [spelling: string, parts: object[]][] = [
  ['io_submit = EAGAIN', [{ call: 'io_submit', errno: 'EAGAIN' }]],
  ['io_submit=2', [{ call: 'io_submit', returned: 2 }]],
  ['io_submit = −1', [{ call: 'io_submit', returned: -1 }]],
  ['io_submit >= 2', [{ call: 'io_submit', returned: { atLeast: 2 } }]],
  [
    'io_submit of POLL = 1 x 3',
    [{ call: 'io_submit', of: 'POLL', returned: 1, times: { atLeast: 3 } }],
  ],
  [
    'io_submit#einval-nr-negative',
    [{ call: 'io_submit', condition: 'io_submit#einval-nr-negative' }],
  ],
  [
    'io_cancel = EINPROGRESS, event of POLL = 0',
    [{ call: 'io_cancel', errno: 'EINPROGRESS' }, { event: { of: 'POLL', res: 0 } }],
  ],
  ['event = EAGAIN', [{ event: { errno: 'EAGAIN' } }]],
  ['never io_submit = EAGAIN', [{ never: { call: 'io_submit', errno: 'EAGAIN' } }]],
  ['exit = 3', [{ ends: { status: 3 } }]],
  ['signal = SIGPIPE', [{ ends: { signal: 'SIGPIPE' } }]],
  ['kernel = 7.2', [{ kernel: '7.2' }]],
];

test.each(spellings)('%s is short for a pattern', (spelling, parts) => {
  const pattern = parseGoal(spelling, known);
  expect(pattern).toEqual({ parts });
  expect(goalPatternSchema.parse(pattern)).toEqual(pattern);
});

it('wants an order where the author writes “then”', () => {
  expect(parseGoal('io_submit = 1 then io_cancel = EINVAL', known)).toEqual({
    inOrder: true,
    parts: [
      { call: 'io_submit', returned: 1 },
      { call: 'io_cancel', errno: 'EINVAL' },
    ],
  });
});

const misspelt: [spelling: string, problem: string, words: string][] = [
  ['', 'part', ''],
  ['io_submit = 1,', 'part', ''],
  ['io_submit is 1', 'part', 'io_submit is 1'],
  ['io_sumbit = 1', 'call', 'io_sumbit'],
  ['io_submit = EAGIAN', 'errno', 'EAGIAN'],
  ['io_submit = many', 'value', 'many'],
  ['io_submit of NOOPS = 1', 'opcode', 'NOOPS'],
  ['never io_submit = 1 x 3', 'rest', 'x 3'],
  ['exit = 300', 'value', 'exit = 300'],
];

test.each(misspelt)('“%s” is refused for its %s', (spelling, problem, words) => {
  expect(() => parseGoal(spelling, known)).toThrow(
    expect.objectContaining({ problem, words, constructor: GoalSpellingError }),
  );
});
