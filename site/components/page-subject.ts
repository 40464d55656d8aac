import type { AstroGlobal } from 'astro';
import { getEntry } from 'astro:content';
import type { Localized } from '../facts/localized.ts';

/** What every page about a call, a structure or a library has in common. */
export interface PageSubject {
  name: string;
  summary: Localized;
  seeAlso: string[];
}

/** The subject that the page's front matter names; throws if it names none. */
export async function pageSubject(astro: Pick<AstroGlobal, 'locals'>): Promise<PageSubject> {
  const { call, struct, library } = astro.locals.starlightRoute.entry.data;
  const found =
    (call && (await getEntry('calls', call))) ||
    (struct && (await getEntry('structs', struct))) ||
    (library && (await getEntry('libraries', library)));
  if (!found) throw new Error('This component needs a page with `call`, `struct` or `library`.');
  const name = struct ? `struct ${struct}` : found.id;
  return { name, summary: found.data.summary, seeAlso: found.data.seeAlso };
}
