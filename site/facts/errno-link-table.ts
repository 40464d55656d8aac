import type { CallFacts } from './call-schema.ts';
import { errorGroups } from './error-groups.ts';

/** Fragment of each errno on each call's page: `table.io_setup.EINVAL` is `einval`. */
export type ErrnoLinkTable = Partial<Record<string, Partial<Record<string, string>>>>;

/** Only what the call itself returns: a result delivered in an event has no row here. */
export function errnoLinkTable(calls: CallFacts[]): ErrnoLinkTable {
  return Object.fromEntries(calls.map((call) => [call.call, fragmentsOf(call)]));
}

function fragmentsOf(call: CallFacts): Record<string, string> {
  return Object.fromEntries(
    errorGroups(call, 'return-value').map(({ errno, id, conditions: [only, ...others] }) => [
      errno,
      only && others.length === 0 ? only.id : id,
    ]),
  );
}

/** Address of the errno on the call's page in a language; null where no page states it. */
export function hrefIn(
  table: ErrnoLinkTable,
  lang: string,
  call: string,
  errno: string,
): string | null {
  const fragment = table[call]?.[errno];
  return fragment ? `/${lang}/man2/${call}/#${fragment}` : null;
}
