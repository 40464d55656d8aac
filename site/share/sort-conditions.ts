import { conditionsSchema } from '../../playground-server/protocol/index.ts';
import type { Conditions } from '../../playground-server/protocol/index.ts';

/** The conditions of a link that this site knows, and the names of those it does not. */
export interface SortedConditions {
  known: Conditions;
  unknown: string[];
}

/** A link may be younger or older than this site: each condition is judged by itself. */
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
