import { shownCalls } from '../../decode/families/shown-calls.ts';
import { syscallNumber } from '../../decode/syscall-name.ts';
import { renderFilter, type ArgumentTest } from '../../linux/seccomp.ts';
import { equals, masked } from '../../sandbox/policy/policy.ts';
import { prctlOptions } from '../../uapi/process-table.ts';

/** asm-generic/mman-common.h */
const PROT_EXEC = 4;

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
export function renderGuestFilter(): Uint8Array {
  const shown = shownCalls.map(({ calls }) => ({ calls, tests: [] }));
  const rules = [...shown, ...watched].flatMap(({ calls, tests }) =>
    calls.flatMap((name) => {
      const nr = syscallNumber(name);
      return nr === null ? [] : [{ nr, action: { kind: 'trace' } as const, tests }];
    }),
  );
  return renderFilter({ kind: 'allow' }, rules);
}
