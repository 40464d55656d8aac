import { getCollection } from 'astro:content';
import { languages } from '../facts/localized.ts';
import type { OtherPage } from './llms-txt.ts';

/** The written pages that are not of the manual, in their languages. */
export async function otherPages(): Promise<OtherPage[]> {
  const docs = await getCollection('docs');
  return docs
    .flatMap(({ id, data: { title, description = '' } }): OtherPage[] => {
      const [first = '', ...rest] = id.split('/');
      const lang = languages.find((known) => known === first);
      const path = rest.join('/');
      return lang && !/^man\d/.test(path) ? [{ lang, path, title, description }] : [];
    })
    .sort((a, b) => a.path.localeCompare(b.path));
}
