import type { CallFacts } from './call-schema.ts';
import { errorGroups } from './error-groups.ts';
import type { Shows } from './error-groups.ts';

/**
 * Place of each errno in volume 2 of the manual: `table.io_setup.EINVAL` is `io_setup/#einval`.
 * The row of `io_event` says the same of a negative `res`.
 */
export type ErrnoLinkTable = Partial<Record<string, Partial<Record<string, string>>>>;

/** What each call returns, and what the events of all of them deliver. */
export function errnoLinkTable(calls: CallFacts[]): ErrnoLinkTable {
  const returned = calls.map((call) => [call.call, placesOf(call, 'return-value')]);
  const delivered = calls.map((call) => placesOf(call, 'event-res'));
  return { ...Object.fromEntries(returned), io_event: Object.assign({}, ...delivered) };
}

function placesOf(call: CallFacts, shows: Shows): Record<string, string> {
  return Object.fromEntries(
    errorGroups(call, shows).map(({ errno, id, conditions: [only, ...others] }) => [
      errno,
      `${call.call}/#${only && others.length === 0 ? only.id : id}`,
    ]),
  );
}

/**
 * Address of an errno that a call returned, or that an `io_event` delivered, in a language; null
 * where no page states it.
 */
export function hrefIn(
  table: ErrnoLinkTable,
  lang: string,
  source: string,
  errno: string,
): string | null {
  const place = table[source]?.[errno];
  return place ? `/${lang}/man2/${place}` : null;
}
