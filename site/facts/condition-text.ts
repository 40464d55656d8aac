import { getEntry } from 'astro:content';
import { conditionSentence } from './condition-sentence.ts';
import { pathTo } from './volumes.ts';

/** What a condition says first, in a language or in English; its id if no page states it. */
export async function conditionText(
  lang: string | undefined,
  page: string,
  id: string,
): Promise<string> {
  const path = pathTo('call', page);
  const entry =
    (await getEntry('docs', `${lang}/${path}`)) ?? (await getEntry('docs', `en/${path}`));
  return conditionSentence(entry?.body ?? '', id) ?? id;
}
