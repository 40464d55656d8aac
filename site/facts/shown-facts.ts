import { getCollection } from 'astro:content';
import type { ShownFacts } from './texts-of-page.ts';

const byName = <Facts>(
  entries: readonly { id: string; data: Facts }[],
): ReadonlyMap<string, Facts> => new Map(entries.map(({ id, data }) => [id, data]));

/** All facts of the manual. */
export const shownFacts: ShownFacts = {
  calls: byName(await getCollection('calls')),
  structs: byName(await getCollection('structs')),
  libraries: byName(await getCollection('libraries')),
  errnos: byName(await getCollection('errnos')),
  cures: byName(await getCollection('cures')),
  examples: byName(await getCollection('examples')),
  messages: (await getCollection('messages')).map(({ data }) => data),
  corrections: (await getCollection('corrections')).map(({ data }) => data),
};
