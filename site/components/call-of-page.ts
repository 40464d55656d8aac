import type { AstroGlobal } from 'astro';
import { getEntry } from 'astro:content';
import type { CallFacts } from '../facts/call-schema.ts';

/** The facts of the call that this page is about; throws if its front matter names none. */
export async function callOfPage(astro: Pick<AstroGlobal, 'locals'>): Promise<CallFacts> {
  const { call } = astro.locals.starlightRoute.entry.data;
  const facts = call && (await getEntry('calls', call));
  if (!facts)
    throw new Error('This component needs a page with `call: <name>` in its front matter.');
  return facts.data;
}
