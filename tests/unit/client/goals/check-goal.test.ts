import { describe, expect, it } from 'vitest';
import type { GoalPattern } from '../../../../site/facts/goals/goal-pattern-schema.ts';
import { checkGoal, type GoalRun } from '../../../../site/playground/client/goals/check-goal.ts';
import type { TapeRow } from '../../../../site/playground/client/run-state.ts';

type Answer = number | 'EAGAIN' | 'EINVAL' | 'waiting';

const numbers = { EAGAIN: 11, EINVAL: 22 };

/** A call that returned this, as the tape has it. */
const row = (name: string, answer: Answer, more: object = {}): Omit<TapeRow, 'call'> => {
  const errno = typeof answer === 'string' && answer !== 'waiting' ? answer : null;
  const told = { name, thread: 1, line: 1, arguments: [], convention: null, atNs: 0 };
  if (answer === 'waiting') return { ...told, status: { kind: 'waiting' } };
  return {
    ...told,
    status: {
      kind: 'returned',
      returned: errno ? '-1' : String(answer),
      raw: errno ? String(-numbers[errno]) : String(answer),
      errno: errno && { name: errno, number: numbers[errno] },
      elapsedNs: '60000000',
      verdict: 'kernel',
      rules: [],
      atNs: 0,
      ...more,
    },
  };
};

const exited: GoalRun['phase'] = { kind: 'finished', outcome: { kind: 'exited', status: 0 } };

const run = (rows: Omit<TapeRow, 'call'>[], phase: GoalRun['phase'] = exited): GoalRun => ({
  phase,
  environment: null,
  rows: rows.map((each, at) => ({
    ...each,
    call: at + 1,
    status: each.status.kind === 'returned' ? { ...each.status, atNs: at } : each.status,
  })),
});

const check = (pattern: GoalPattern, of: GoalRun) => checkGoal(pattern, of, {});
const states = (pattern: GoalPattern, of: GoalRun) =>
  check(pattern, of).parts.map(({ state }) => state);

const eagain: GoalPattern = { parts: [{ call: 'io_submit', errno: 'EAGAIN' }] };

describe('a goal', () => {
  it('is solved once all its parts are met and the program has exited by itself', () => {
    const rows = [row('io_submit', 'EAGAIN')];
    expect(check(eagain, run(rows)).isSolved).toBe(true);
    expect(states(eagain, run(rows, { kind: 'running' }))).toEqual(['met', 'open']);
    const outOfTime = { kind: 'limit-exceeded', limit: 'wall-time' } as const;
    expect(states(eagain, run(rows, { kind: 'finished', outcome: outOfTime }))).toEqual([
      'met',
      'broken',
    ]);
  });

  it('does not take what a condition answered for the kernel’s answer, and says so', () => {
    const [part] = check(eagain, run([row('io_submit', 'EAGAIN', { verdict: 'condition' })])).parts;
    expect(part).toMatchObject({ state: 'open', isSimulated: true });
  });

  it('shows the newest call that does not fit', () => {
    const [part] = check(eagain, run([row('io_submit', 1), row('io_submit', 2)])).parts;
    expect(part?.nearest).toMatchObject({ call: 2 });
  });

  it('waits for a call that has not returned', () => {
    expect(states(eagain, run([row('io_submit', 'waiting')], { kind: 'running' }))[0]).toBe('open');
  });

  it('in order wants each part behind the one before it', () => {
    const pattern: GoalPattern = {
      inOrder: true,
      parts: [
        { call: 'io_submit', returned: 1 },
        { call: 'io_submit', errno: 'EINVAL' },
      ],
    };
    const [taken, refused] = [row('io_submit', 1), row('io_submit', 'EINVAL')];
    expect(check(pattern, run([taken, refused])).isSolved).toBe(true);
    expect(states(pattern, run([refused, taken]))).toEqual(['met', 'open', 'met']);
    expect(states(pattern, run([refused]))).toEqual(['open', 'open', 'met']);
  });

  it('counts: a lower bound is met at once, an upper one only at the end', () => {
    const [one, two] = [[row('io_submit', 1)], [row('io_submit', 1), row('io_submit', 1)]];
    const atLeast: GoalPattern = { parts: [{ call: 'io_submit', times: { atLeast: 2 } }] };
    expect(states(atLeast, run(one))[0]).toBe('open');
    expect(states(atLeast, run(two, { kind: 'running' }))[0]).toBe('met');
    const exactly: GoalPattern = { parts: [{ call: 'io_submit', times: 1 }] };
    expect(states(exactly, run(one, { kind: 'running' }))[0]).toBe('open');
    expect(states(exactly, run(one))[0]).toBe('met');
    expect(states(exactly, run(two, { kind: 'running' }))[0]).toBe('broken');
  });

  it('keeps what must never be open until the end', () => {
    const never: GoalPattern = { parts: [{ never: { call: 'io_destroy' } }] };
    expect(states(never, run([], { kind: 'running' }))[0]).toBe('open');
    expect(states(never, run([]))[0]).toBe('met');
    expect(states(never, run([row('io_destroy', 0)], { kind: 'running' }))[0]).toBe('broken');
  });

  it('can ask how long a call took, and in which thread it was made', () => {
    const slow: GoalPattern = { parts: [{ call: 'io_submit', tookMs: { atLeast: 50 } }] };
    const other: GoalPattern = { parts: [{ call: 'io_submit', thread: 'other' }] };
    const rows = run([row('io_submit', 1)]);
    expect(states(slow, rows)[0]).toBe('met');
    expect(states(other, rows)[0]).toBe('open');
  });

  it('can ask for another end, and for a kernel', () => {
    const pattern: GoalPattern = { parts: [{ ends: { signal: 'SIGPIPE' } }, { kernel: '7.2' }] };
    const on = (kernel: string) => ({
      ...run([], { kind: 'finished', outcome: { kind: 'signalled', signal: 'SIGPIPE' } }),
      environment: { kernel } as GoalRun['environment'],
    });
    expect(states(pattern, on('7.2.1'))).toEqual(['met', 'met']);
    expect(states(pattern, on('7.20.1'))).toEqual(['met', 'broken']);
  });
});
