import type { AstroGlobal } from 'astro';
import { getEntry } from 'astro:content';
import type { LibraryFacts } from '../facts/library-schema.ts';

/** The functions of the library that this page is about; throws if it names none. */
export async function libraryOfPage(astro: Pick<AstroGlobal, 'locals'>): Promise<LibraryFacts> {
  const { library } = astro.locals.starlightRoute.entry.data;
  const facts = library && (await getEntry('libraries', library));
  if (!facts)
    throw new Error('This component needs a page with `library: <name>` in its front matter.');
  return facts.data;
}
