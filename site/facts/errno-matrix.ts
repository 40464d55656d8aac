import { byLikelihood, type CallFacts, type ErrorConditionFacts } from './call-schema.ts';
import { errorGroups, type Shows } from './error-groups.ts';

/** Why one call gives one errno, and where its page says so. */
export interface ErrnoCell {
  /** Name of the call's page. */
  page: string;
  /** Fragment on the call's page: the condition if there is only one, otherwise their group. */
  fragment: string;
  /** The likeliest first. */
  conditions: ErrorConditionFacts[];
}

/** One errno: the calls that return it, and those whose events deliver it. */
export interface ErrnoRow {
  errno: string;
  returned: ErrnoCell[];
  delivered: ErrnoCell[];
}

/** Every errno of the calls in alphabetical order, each with its calls in the given order. */
export function errnoMatrix(calls: readonly CallFacts[]): ErrnoRow[] {
  const errnos = new Set(calls.flatMap(({ conditions }) => conditions.map(({ errno }) => errno)));
  return [...errnos].sort().map((errno) => ({
    errno,
    returned: cells(calls, errno, 'return-value'),
    delivered: cells(calls, errno, 'event-res'),
  }));
}

const cells = (calls: readonly CallFacts[], errno: string, shows: Shows): ErrnoCell[] =>
  calls.flatMap((call) =>
    errorGroups(call, shows)
      .filter((group) => group.errno === errno)
      .map(({ id, conditions }) => ({
        page: call.page,
        fragment: conditions.length === 1 ? (conditions[0]?.id ?? id) : id,
        conditions: conditions.toSorted(byLikelihood),
      })),
  );
