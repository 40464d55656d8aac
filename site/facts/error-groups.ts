import type { CallFacts, ErrorConditionFacts } from './call-schema.ts';

/** Where the reader finds an errno: in the call's result, or in an event. */
export type Shows = ErrorConditionFacts['shows'];

/** The conditions of one errno on a page, in the order of the checks, and their common anchor. */
export interface ErrorGroup {
  errno: string;
  id: string;
  conditions: ErrorConditionFacts[];
}

/** A call's conditions by errno, in alphabetical order as on every man page. */
export function errorGroups({ conditions }: CallFacts, shows: Shows): ErrorGroup[] {
  const shown = conditions.filter((condition) => condition.shows === shows);
  const errnos = [...new Set(shown.map(({ errno }) => errno))].sort();
  return errnos.map((errno) => ({
    errno,
    id: groupId(errno, shows),
    conditions: shown.filter((condition) => condition.errno === errno),
  }));
}

const groupId = (errno: string, shows: Shows) =>
  errno.toLowerCase() + (shows === 'event-res' ? '-in-event' : '');
