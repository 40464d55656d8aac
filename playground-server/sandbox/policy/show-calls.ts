import type { PolicyAction, PolicyRow } from './policy.ts';

/** Calls that appear on the tape. */
export interface ShownCalls {
  calls: readonly string[];
  /** never: the tracer only has to know of them */
  shown: 'always' | 'own-line' | 'never';
  /** why a stranger may make those that no row allows anyway; left out, they stay refused */
  reason?: string | undefined;
}

const actions = { always: 'show', 'own-line': 'show-own', never: 'follow' } as const;

/**
 * The rows for calls that the kernel answers, with some shown by the tracer. Showing a call permits
 * nothing new: a row that allows it only with certain arguments shows it only with those.
 * @param answered rows with the actions `allow` and `watch`, and others that nobody shows
 */
export function showCalls(
  shown: readonly ShownCalls[],
  answered: readonly PolicyRow[],
): readonly PolicyRow[] {
  const actionOf = new Map(
    shown.flatMap((group) => group.calls.map((call) => [call, actions[group.shown]])),
  );
  const named = new Set(answered.flatMap(({ calls }) => calls));
  const unseen = answered.flatMap((row) => {
    const calls = row.calls.filter((call) => !isSeen(row, actionOf.get(call)));
    return calls.length > 0 ? [{ ...row, calls }] : [];
  });
  const seen = answered.flatMap((row) =>
    row.calls.flatMap((call): PolicyRow[] => {
      const action = actionOf.get(call);
      if (!action || !isSeen(row, action)) return [];
      return [{ ...row, calls: [call], action: row.action === 'watch' ? 'watch-own' : action }];
    }),
  );
  const added = shown.flatMap(({ calls, shown: when, reason }) => {
    const rest = calls.filter((call) => !named.has(call));
    return reason !== undefined && rest.length > 0
      ? [{ calls: rest, action: actions[when], reason }]
      : [];
  });
  return [...added, ...seen, ...unseen];
}

const isSeen = ({ action }: PolicyRow, shown: PolicyAction | undefined): boolean =>
  shown !== undefined && (action === 'allow' || action === 'watch');
