import {
  callNumber,
  renderFilter,
  type FilterAction,
  type FilterRule,
} from '../../linux/seccomp.ts';
import { errnos } from '../../uapi/errno-table.ts';
import type { PolicyAction, PolicyRow } from './policy.ts';

/** Who answers a call that is not simply allowed: a tracer, or (in the compile sandbox) nobody. */
export type Supervision = 'traced' | 'untraced';

function actionFor(action: PolicyAction, supervision: Supervision): FilterAction {
  if (action === 'allow') return { kind: 'allow' };
  if (action === 'absent') return { kind: 'errno', errno: errnos.ENOSYS };
  return supervision === 'traced' ? { kind: 'trace' } : { kind: 'errno', errno: errnos.EPERM };
}

/**
 * Renders the policy into BPF. Whatever no row names gets the action of `refuse`.
 * Rows of calls that this libseccomp does not know are left out: the fallback covers them.
 */
export function renderPolicy(rows: readonly PolicyRow[], supervision: Supervision): Uint8Array {
  const fallback = actionFor('refuse', supervision);
  const rules: FilterRule[] = rows.flatMap((row) => {
    const action = actionFor(row.action, supervision);
    // libseccomp rejects a rule that says what the fallback says already.
    if (JSON.stringify(action) === JSON.stringify(fallback)) return [];
    return row.calls
      .map((name) => ({ nr: callNumber(name), action, tests: row.when ?? [] }))
      .filter((rule) => rule.nr >= 0);
  });
  return renderFilter(fallback, rules);
}
