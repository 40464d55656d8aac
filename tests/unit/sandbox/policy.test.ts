import { expect, it } from 'vitest';
import { syscallNumber } from '../../../playground-server/decode/syscall-name.ts';
import { callNumber } from '../../../playground-server/linux/seccomp.ts';
import { aioCalls } from '../../../playground-server/protocol/index.ts';
import { policyTable } from '../../../playground-server/sandbox/policy/policy-table.ts';

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

it('shows the six AIO calls and nothing else', () => {
  const shown = policyTable.filter(({ action }) => action === 'show').flatMap(({ calls }) => calls);
  expect(shown).toEqual([...aioCalls]);
});

it.each(['io_uring_setup', 'ptrace', 'bpf', 'mount', 'unshare', 'setns', 'userfaultfd', 'keyctl'])(
  'refuses %s',
  (call) => expect(rowsOf(call).map(({ action }) => action)).toEqual(['refuse']),
);
