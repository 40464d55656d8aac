import { shownOn } from '../../decode/families/shown-calls.ts';
import type { Tape } from '../../protocol/index.ts';
import { syscallNumber } from '../../decode/syscall-name.ts';
import { renderFilter, type ArgumentTest } from '../../linux/seccomp.ts';
import { equals, masked } from '../../sandbox/policy/policy.ts';
import { prctlOptions } from '../../uapi/process-table.ts';
import { protectionBits } from '../../uapi/x86-64/arguments/other-table.ts';

const { PROT_EXEC } = protectionBits;

/** Calls after which the agent has to look anew: code is somewhere else, or a filter was added. */
export const watched: readonly {
  calls: readonly string[];
  tests: readonly ArgumentTest[];
  addsFilter: boolean;
}[] = [
  {
    calls: ['mmap', 'mprotect', 'pkey_mprotect'],
    tests: [masked(2, PROT_EXEC, PROT_EXEC)],
    addsFilter: false,
  },
  { calls: ['mremap'], tests: [], addsFilter: false },
  { calls: ['prctl'], tests: [equals(0, prctlOptions.PR_SET_SECCOMP)], addsFilter: true },
  { calls: ['seccomp'], tests: [], addsFilter: true },
];

/**
 * Picks the calls at which the agent stops the program, as a BPF program: two stops at each call
 * would make a machine ten times as slow.
 */
export function renderGuestFilter(tape: Tape): Uint8Array {
  const shown = shownOn(tape).map(({ calls }) => ({ calls, tests: [] }));
  const seen = new Set(shown.flatMap(({ calls }) => calls));
  const others = watched.map((row) => ({
    ...row,
    calls: row.calls.filter((name) => !seen.has(name)),
  }));
  const rules = [...shown, ...others].flatMap(({ calls, tests }) =>
    calls.flatMap((name) => {
      const nr = syscallNumber(name);
      return nr === null ? [] : [{ nr, action: { kind: 'trace' } as const, tests }];
    }),
  );
  return renderFilter({ kind: 'allow' }, rules);
}
