import { errnos } from '../../uapi/errno-table.ts';
import {
  callNumber,
  renderFilter,
  type FilterAction,
  type FilterRule,
} from '../../linux/seccomp.ts';
import type { PolicyAction, PolicyRow } from './policy.ts';

const { EPERM, ENOSYS } = errnos;

/**
 * Who answers a call that is not simply allowed.
 * traced       – a tracer, from the first instruction.
 * traced-later – a tracer, except for the runtime's own calls before the snippet begins.
 * untraced     – nobody: a tool has no tracer.
 */
export type Supervision = 'traced' | 'traced-later' | 'untraced';

const allow: FilterAction = { kind: 'allow' };
const trace: FilterAction = { kind: 'trace' };

/** What is the snippet's own: the calls by which a runtime starts are not its business. */
const ownActions: ReadonlySet<PolicyAction> = new Set(['show-own', 'follow', 'watch', 'watch-own']);

function actionFor(action: PolicyAction, supervision: Supervision): FilterAction {
  if (action === 'allow') return allow;
  if (action === 'absent') return { kind: 'errno', errno: ENOSYS };
  if (ownActions.has(action) && supervision === 'traced-later') return allow;
  return supervision === 'untraced' ? { kind: 'errno', errno: EPERM } : trace;
}

/**
 * Renders the policy into BPF. A call without a row gets the action of `refuse`.
 * Rows whose calls this libseccomp does not know are left out: the fallback covers them.
 */
export function renderPolicy(rows: readonly PolicyRow[], supervision: Supervision): Uint8Array {
  return renderRows(rows, actionFor('refuse', supervision), (action) =>
    actionFor(action, supervision),
  );
}

/**
 * Renders the filter that completes "traced-later": once it is installed beside the first one, the
 * tracer sees the snippet's own calls as well. Of two filters the stricter answer wins
 * (seccomp(2)), so this one loosens nothing.
 */
export function renderLateFilter(rows: readonly PolicyRow[]): Uint8Array {
  const late = rows.filter(({ action }) => ownActions.has(action));
  return renderRows(late, allow, () => trace);
}

function renderRows(
  rows: readonly PolicyRow[],
  fallback: FilterAction,
  actionOf: (action: PolicyAction) => FilterAction,
): Uint8Array {
  const rules: FilterRule[] = rows.flatMap((row) => {
    const action = actionOf(row.action);
    // libseccomp rejects a rule that repeats the fallback.
    if (JSON.stringify(action) === JSON.stringify(fallback)) return [];
    return row.calls
      .map((name) => ({ nr: callNumber(name), action, tests: row.when ?? [] }))
      .filter((rule) => rule.nr >= 0);
  });
  return renderFilter(fallback, rules);
}
