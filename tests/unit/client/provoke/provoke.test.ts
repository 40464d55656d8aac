import { describe, expect, it } from 'vitest';
import { answerRuleSchema } from '../../../../playground-server/protocol/answer-rule.ts';
import { rulableCalls } from '../../../../playground-server/protocol/rulable-call.ts';
import { errnos as errnoNumbers } from '../../../../playground-server/uapi/errno-table.ts';
import type { ErrnoTable } from '../../../../site/facts/errno-table.ts';
import { failuresOf, mostFailures } from '../../../../site/playground/client/provoke/failures.ts';
import { fileFailures } from '../../../../site/playground/client/provoke/file-failures-table.ts';
import { fateOf } from '../../../../site/playground/client/provoke/fate-of.ts';
import { withRule } from '../../../../site/playground/client/provoke/provoke.ts';
import {
  idleRun,
  type RunPhase,
  type RunState,
  type TapeRow,
} from '../../../../site/playground/client/run-state.ts';

const errno = { name: 'EAGAIN', number: 11 };

/** A call that returned; -1 with EAGAIN. */
const row = (name: string, returned: string, line = 1): TapeRow => ({
  ...{ call: 1, thread: 1, name, line, arguments: [], convention: null, atNs: 0 },
  status: {
    ...{ kind: 'returned', returned, raw: returned, errno: returned === '-1' ? errno : null },
    ...{ elapsedNs: '1', verdict: 'kernel', rules: [], atNs: 0 },
  },
});

const names = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`E${at}`, { page: 'x', group: 'x', conditions: [] }]),
  );

describe('the failures of a program', () => {
  const table: ErrnoTable = { io_setup: names(1), io_submit: names(2) };

  it('are the errnos of each call that succeeded, and a count that is one short', () => {
    const rows = [row('io_submit', '-1'), row('io_submit', '2', 3), row('io_submit', '1', 3)];
    expect(failuresOf(rows, table).map(({ name, rule }) => [name, rule])).toEqual([
      ['= 1', { call: 'io_submit', from: 2, to: 2, returned: 1 }],
      ['E0', { call: 'io_submit', from: 2, to: 2, errno: 'E0' }],
      ['E1', { call: 'io_submit', from: 2, to: 2, errno: 'E1' }],
    ]);
  });

  it('are no more than anybody waits for, some of each call', () => {
    const rows = Array.from({ length: 30 }, (_, at) => row('io_submit', '1', at));
    const failures = failuresOf([...rows, row('read', '1')], { io_submit: names(9) });
    expect(failures.length).toBe(mostFailures);
    expect(new Set(failures.map((failure) => failure.row.line)).size).toBe(30);
    expect(failures.every((failure) => failure.row.name === 'io_submit')).toBe(true);
  });

  it('are also those of calls on files, which are tried after the others', () => {
    const rows = [row('openat', '3', 2), row('write', '8', 3), row('getpid', '8', 4)];
    const failures = failuresOf([...rows, row('io_setup', '0', 5)], table);
    const inTurn = failures.toSorted((a, b) => a.turn - b.turn);
    expect(inTurn.slice(0, 4).map(({ name, rule }) => [name, rule])).toEqual([
      ['E0', { call: 'io_setup', from: 1, to: 1, errno: 'E0' }],
      ['EMFILE', { call: 'openat', from: 1, to: 1, errno: 'EMFILE' }],
      ['= 4', { call: 'write', from: 1, to: 1, returned: 4 }],
      ['ENOENT', { call: 'openat', from: 1, to: 1, errno: 'ENOENT' }],
    ]);
    expect(failures.map((failure) => failure.row.name)).toEqual([
      ...Array.from({ length: 4 }, () => 'openat'),
      ...Array.from({ length: 5 }, () => 'write'),
      'io_setup',
    ]);
  });

  it('are all such as the server takes', () => {
    const rows = rulableCalls.map((call) => row(call, '9'));
    for (const { rule } of rows.flatMap((each) => failuresOf([each], {})))
      expect(answerRuleSchema.safeParse(rule).error).toBeUndefined();
    for (const name of Object.values(fileFailures).flatMap(({ errnos }) => errnos))
      expect(errnoNumbers).toHaveProperty(name);
  });
});

describe('what became of a program', () => {
  const ended = (rows: TapeRow[], phase?: RunPhase): RunState => ({
    ...idleRun,
    rows,
    phase: phase ?? { kind: 'finished', outcome: { kind: 'exited', status: 1 } },
  });
  const before = ended([row('io_setup', '0'), row('io_destroy', '0')]);

  it('is told by its tape, beside that of the program as it was', () => {
    expect(fateOf(before, before, false)).toBe('handled');
    expect(fateOf(ended([row('io_setup', '0')]), before, false)).toBe('lost-context');
    expect(fateOf(ended([row('io_setup', '-1')]), before, false)).toBe('handled');
    expect(fateOf(before, before, true)).toBe('hung');
  });

  it('is told by how it ended', () => {
    const outcome = (one: RunPhase) => fateOf(ended([], one), before, false);
    expect(outcome({ kind: 'finished', outcome: { kind: 'signalled', signal: 'SIGSEGV' } })).toBe(
      'crashed',
    );
    expect(
      outcome({ kind: 'finished', outcome: { kind: 'limit-exceeded', limit: 'wall-time' } }),
    ).toBe('hung');
    expect(outcome({ kind: 'unreachable' })).toBe('unknown');
  });
});

it('puts a failure before the rules that a reader has, and keeps their other conditions', () => {
  const own = { call: 'io_setup' as const, errno: 'ENOMEM' };
  const rule = { call: 'io_submit' as const, errno: 'EAGAIN' };
  const conditions = { scratch: 'disk' as const, answer: Array.from({ length: 16 }, () => own) };
  const request = withRule({ language: 'c', source: '', conditions }, rule);
  expect(request.conditions?.scratch).toBe('disk');
  expect(request.conditions?.answer?.length).toBe(16);
  expect(request.conditions?.answer?.[0]).toEqual(rule);
  expect(request.tape).toBeUndefined();
});

it('has the calls on files told where one of them is to fail', () => {
  const rule = { call: 'fsync' as const, errno: 'EIO' };
  expect(withRule({ language: 'c', source: '' }, rule).tape).toBe('files');
  expect(withRule({ language: 'c', source: '', tape: 'all' }, rule).tape).toBe('all');
});
