import type { CallFacts } from './call-schema.ts';
import { errorGroups } from './error-groups.ts';
import type { Shows } from './error-groups.ts';
import type { Sign } from './sign-schema.ts';

/** Where a call's page explains an errno, and how to tell its conditions apart. */
export interface ErrnoPlace {
  page: string;
  /** Anchor of all conditions of this errno. */
  group: string;
  /** In the order of the kernel's checks. */
  conditions: { id: string; isOutside?: true; sign?: Sign }[];
}

/** The places by call and errno: `table.io_setup.EINVAL`. The `io_event` row is about `res`. */
export type ErrnoTable = Partial<Record<string, Partial<Record<string, ErrnoPlace>>>>;

/** What each call returns, and what its events deliver. */
export function errnoTable(calls: readonly CallFacts[]): ErrnoTable {
  const returned = calls.map((call) => [call.call, placesOf(call, 'return-value')]);
  const delivered = calls.map((call) => placesOf(call, 'event-res'));
  return { ...Object.fromEntries(returned), io_event: Object.assign({}, ...delivered) };
}

function placesOf(call: CallFacts, shows: Shows): Record<string, ErrnoPlace> {
  return Object.fromEntries(
    errorGroups(call, shows).map(({ errno, id: group, conditions }) => [
      errno,
      {
        page: call.page,
        group,
        conditions: conditions.map(({ id, step, sign }) => ({
          id,
          ...(step === 0 && { isOutside: true }),
          ...(sign && conditions.length > 1 && { sign }),
        })),
      },
    ]),
  );
}
