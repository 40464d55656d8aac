import { describe, expect, it } from 'vitest';
import { syscallNumber } from '../../../playground-server/decode/syscall-name.ts';
import { callNumber } from '../../../playground-server/linux/seccomp.ts';
import { shownOn } from '../../../playground-server/decode/families/shown-calls.ts';
import { refusableCalls } from '../../../playground-server/protocol/index.ts';
import { actionOf, tracedRules } from '../../../playground-server/sandbox/policy/action-of.ts';
import { allowedCallsTable } from '../../../playground-server/sandbox/policy/allowed-calls-table.ts';
import { nodePolicy } from '../../../playground-server/sandbox/policy/node-policy.ts';
import { programPolicy } from '../../../playground-server/sandbox/policy/program-policy.ts';
import { renderLateFilter } from '../../../playground-server/sandbox/policy/render-policy.ts';
import type { ShownCalls } from '../../../playground-server/sandbox/policy/show-calls.ts';

const shownCalls = shownOn('aio');
const policyTable = programPolicy(shownCalls, true);

const rowsOf = (call: string) => policyTable.filter(({ calls }) => calls.includes(call));

it('gives a reason in every row', () => {
  for (const { calls, reason } of policyTable) expect(reason, calls.join()).not.toBe('');
});

it('names only calls that exist', () => {
  const unknown = policyTable
    .flatMap(({ calls }) => calls)
    .filter((call) => syscallNumber(call) === null);
  expect(unknown).toEqual([]);
});

it('agrees with libseccomp about the number of every call that both know', () => {
  for (const call of policyTable.flatMap(({ calls }) => calls)) {
    if (callNumber(call) >= 0) expect(syscallNumber(call), call).toBe(callNumber(call));
  }
});

it('says one thing of each call, unless arguments decide', () => {
  for (const call of new Set(policyTable.flatMap(({ calls }) => calls))) {
    const rows = rowsOf(call);
    if (rows.length > 1)
      expect(
        rows.every(({ when }) => when),
        call,
      ).toBe(true);
  }
});

it('shows the calls of the families and nothing else, among them all that may be refused', () => {
  const shown = policyTable
    .filter(({ action }) => action === 'show' || action === 'show-own')
    .flatMap(({ calls }) => calls);
  const told = shownCalls.filter((group) => group.shown !== 'never');
  expect(new Set(shown)).toEqual(new Set(told.flatMap(({ calls }) => calls)));
  expect(shown).toEqual(expect.arrayContaining([...refusableCalls]));
});

it('grants on the longest tape what it grants on the shortest, and watches no less', () => {
  const longest = programPolicy(shownOn('all'), true);
  const named = (rows: typeof longest) => new Set(rows.flatMap(({ calls }) => calls));
  expect(named(longest)).toEqual(named(policyTable));
  const refused = (rows: typeof longest) => rows.filter(({ action }) => action === 'refuse');
  expect(refused(longest)).toEqual(refused(policyTable));
  const prctl = longest.filter(({ calls }) => calls.includes('prctl'));
  expect(prctl.map(({ action }) => action)).toEqual(['watch-own']);
});

describe('a call that is to be seen', () => {
  const seen = [{ calls: ['fcntl', 'eventfd2'], shown: 'own-line' as const, reason: 'seen' }];
  const before = programPolicy([], true);
  const after = programPolicy(seen, true);
  const rowsIn = (rows: typeof after, call: string) =>
    rows.filter(({ calls }) => calls.includes(call));

  it('is granted by the very tests that granted it before', () => {
    const tests = (rows: typeof after) => rowsIn(rows, 'fcntl').map(({ when }) => when);
    expect(tests(after)).toEqual(tests(before));
    expect(new Set(rowsIn(after, 'fcntl').map(({ action }) => action))).toEqual(
      new Set(['show-own']),
    );
  });

  it('changes nothing for the calls that shared its row', () => {
    expect(rowsIn(after, 'pipe2')).toMatchObject([{ action: 'allow' }]);
    const named = (rows: typeof after) => rows.flatMap(({ calls }) => calls).sort();
    expect(named(after)).toEqual(named(before));
  });

  it('is refused by the tracer for the arguments for which the filter refuses it', () => {
    const rules = new Map(tracedRules(after, syscallNumber));
    const fcntl = (command: bigint) => actionOf(rules, syscallNumber('fcntl') ?? -1, [3n, command]);
    expect(fcntl(1n)).toBe('show-own');
    expect(fcntl(1030n)).toBe('show-own');
    // F_NOTIFY, and a command in the upper half, which the kernel does not look at.
    expect(fcntl(1026n)).toBe('refuse');
    expect(fcntl(0x1_0000_0001n)).toBe('show-own');
    expect(actionOf(rules, syscallNumber('bpf') ?? -1, [])).toBe('refuse');
    expect(actionOf(rules, syscallNumber('pipe2') ?? -1, [])).toBe('refuse');
  });

  it('is seen in Node by a later filter, as filters are that a snippet installs itself', () => {
    const bytes = (shown: readonly ShownCalls[]) =>
      renderLateFilter(nodePolicy(shown, true)).byteLength;
    expect(bytes(seen)).toBeGreaterThan(bytes([]));
    expect(bytes([])).toBeGreaterThan(0);
  });

  it('may be one that nothing else allows', () => {
    const rows = programPolicy([{ calls: ['io_setup'], shown: 'always', reason: 'seen' }], true);
    expect(rowsIn(rows, 'io_setup')).toEqual([
      { calls: ['io_setup'], action: 'show', reason: 'seen' },
    ]);
    expect(allowedCallsTable.flatMap(({ calls }) => calls)).not.toContain('io_setup');
  });
});

it.each(['io_uring_setup', 'ptrace', 'bpf', 'mount', 'unshare', 'setns', 'userfaultfd', 'keyctl'])(
  'refuses %s',
  (call) => expect(rowsOf(call).map(({ action }) => action)).toEqual(['refuse']),
);

describe('fcntl', () => {
  const fcntl = syscallNumber('fcntl') ?? -1;
  const rules = new Map(
    tracedRules(
      programPolicy([{ calls: ['fcntl'], shown: 'always', reason: 'seen' }], true),
      syscallNumber,
    ),
  );
  const answer = (command: number) => actionOf(rules, fcntl, [3n, BigInt(command)]);

  it('reaches the kernel with every command that no kernel knows', () => {
    const linux = [1024, 1055] as const;
    const unknown = [64, 100, 1000, 1023, 1056, 1087, 1088, 2047, 2048, 9999, 2 ** 31, 2 ** 32 - 1];
    expect(unknown.filter((command) => answer(command) !== 'show')).toEqual([]);
    expect(linux.map(answer)).toEqual(['refuse', 'refuse']);
  });

  it('is refused what watches others or makes them wait: leases and F_NOTIFY', () => {
    expect([1024, 1025, 1026, 1029].map(answer)).toEqual(Array(4).fill('refuse'));
  });
});

describe('where no control group counts memory that belongs to no process', () => {
  const without = programPolicy(shownCalls, false);
  const rules = new Map(tracedRules(without, syscallNumber));
  const answer = (call: string, ...args: bigint[]) =>
    actionOf(rules, syscallNumber(call) ?? -1, args);

  it.each(['memfd_create', 'shmget', 'semget', 'msgget'])('refuses %s, and says why', (call) =>
    expect(answer(call)).toBe('unbounded'),
  );

  it('refuses sockets whose buffers the kernel counts for the whole host', () => {
    expect(answer('socket', 2n, 1n, 0n)).toBe('unbounded');
    expect(answer('socket', 10n, 2n | 0o2000000n, 17n)).toBe('unbounded');
    expect(answer('socket', 2n, 6n, 0n)).toBe('refuse');
  });

  it('is otherwise the same policy', () => {
    const others = (rows: typeof without) =>
      rows.filter(({ needsControlGroup }) => !needsControlGroup);
    expect(others(without)).toEqual(others(policyTable));
  });
});
