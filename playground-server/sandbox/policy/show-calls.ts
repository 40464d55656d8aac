import type { PolicyRow } from './policy.ts';

/** Calls that appear on the tape. */
export interface ShownCalls {
  calls: readonly string[];
  shown: 'always' | 'own-line';
  /** why a stranger may make those that no row allows anyway */
  reason: string;
}

const actions = { always: 'show', 'own-line': 'show-own' } as const;

/**
 * The rows for calls that the kernel answers, with some shown by the tracer. Showing a call permits
 * nothing new: a row that allows it only with certain arguments shows it only with those.
 */
export function showCalls(
  shown: readonly ShownCalls[],
  allowed: readonly PolicyRow[],
): readonly PolicyRow[] {
  const actionOf = new Map(
    shown.flatMap((group) => group.calls.map((call) => [call, actions[group.shown]])),
  );
  const named = new Set(allowed.flatMap(({ calls }) => calls));
  const unseen = allowed.flatMap((row) => {
    const calls = row.calls.filter((call) => !actionOf.has(call));
    return calls.length > 0 ? [{ ...row, calls }] : [];
  });
  const seen = allowed.flatMap((row) =>
    row.calls.flatMap((call) => {
      const action = actionOf.get(call);
      return action ? [{ ...row, calls: [call], action }] : [];
    }),
  );
  const added = shown.flatMap(({ calls, shown: when, reason }) => {
    const rest = calls.filter((call) => !named.has(call));
    return rest.length > 0 ? [{ calls: rest, action: actions[when], reason }] : [];
  });
  return [...added, ...seen, ...unseen];
}
