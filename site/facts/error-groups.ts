import type { CallFacts, ErrorConditionFacts } from './call-schema.ts';

/** Where the reader meets an errno: what the call returns, or what an event carries. */
export type Shows = ErrorConditionFacts['shows'];

/** The conditions of one errno on a page, and the anchor they stand under. */
export interface ErrorGroup {
  errno: string;
  id: string;
  conditions: ErrorConditionFacts[];
}

/** A call's conditions under their errnos, these in the alphabetical order of every man page. */
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
