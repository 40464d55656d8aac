import { getCollection } from 'astro:content';
import { errnoLinkTable, hrefIn } from './errno-link-table.ts';

const calls = await getCollection('calls');

/** For the client, which asks it through `hrefIn` of errno-link-table.ts. */
export const errnoLinks = errnoLinkTable(calls.map(({ data }) => data));

/** Address of the error conditions behind an errno of a call, in the reader's language. */
export const errnoHref = (lang: string, call: string, errno: string): string | null =>
  hrefIn(errnoLinks, lang, call, errno);
