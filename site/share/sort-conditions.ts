import { conditionsSchema } from '../../playground-server/protocol/index.ts';
import type { Conditions } from '../../playground-server/protocol/index.ts';

/** The conditions in a link: those that this site knows, and the names of those it does not. */
export interface SortedConditions {
  known: Conditions;
  unknown: string[];
}

/** Judges each condition by itself, because a link may be older or newer than this site. */
export function sortConditions(given: Readonly<Record<string, unknown>>): SortedConditions {
  const known: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const parsed = conditionsSchema.safeParse({ [name]: value });
    if (parsed.success) Object.assign(known, parsed.data);
    else unknown.push(name);
  }
  return { known, unknown };
}
