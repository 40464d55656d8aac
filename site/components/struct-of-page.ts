import type { AstroGlobal } from 'astro';
import { getEntry } from 'astro:content';
import type { StructFacts } from '../facts/struct-schema.ts';

/** The layout of the structure that this page is about; throws if it names none. */
export async function structOfPage(astro: Pick<AstroGlobal, 'locals'>): Promise<StructFacts> {
  const { struct } = astro.locals.starlightRoute.entry.data;
  const facts = struct && (await getEntry('structs', struct));
  if (!facts)
    throw new Error('This component needs a page with `struct: <name>` in its front matter.');
  return facts.data;
}
