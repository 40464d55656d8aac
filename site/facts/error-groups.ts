import type { CallFacts, ErrorConditionFacts } from './call-schema.ts';

/** The conditions of one errno on a page: its anchor is the errno in lower case. */
export interface ErrorGroup {
  errno: string;
  id: string;
  conditions: ErrorConditionFacts[];
}

/** A call's conditions under their errnos, these in the alphabetical order of every man page. */
export function errorGroups(call: CallFacts): ErrorGroup[] {
  const errnos = [...new Set(call.conditions.map(({ errno }) => errno))].sort();
  return errnos.map((errno) => ({
    errno,
    id: errno.toLowerCase(),
    conditions: call.conditions.filter((condition) => condition.errno === errno),
  }));
}
