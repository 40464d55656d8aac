import { getCollection } from 'astro:content';
import { families } from '../facts/families.ts';
import { languages } from '../facts/localized.ts';
import { readExample } from '../facts/read-example.ts';
import { exampleHref, referrersOf } from '../facts/manual.ts';
import { lastChange } from './changes.ts';
import { knownChanges } from './known-changes.ts';
import type { Manual, ManualPage } from './page-context.ts';

const asMap = <Entry extends { id: string; data: unknown }>(entries: Entry[]) =>
  new Map(entries.map(({ id, data }) => [id, data as Entry['data']]));

/** Everything from which the site's manual pages are written. */
export async function readManual(origin: string): Promise<Manual> {
  const examples = await getCollection('examples');
  const titles = new Map((await getCollection('docs')).map(({ id, data }) => [id, data.title]));
  return {
    calls: asMap(await getCollection('calls')),
    structs: asMap(await getCollection('structs')),
    libraries: asMap(await getCollection('libraries')),
    errnos: asMap(await getCollection('errnos')),
    cures: asMap(await getCollection('cures')),
    families,
    examples: new Map(
      await Promise.all(examples.map(async ({ id }) => [id, await readExample(id)] as const)),
    ),
    pages: await manualPages(),
    origin,
    referrersOf,
    exampleHref,
    titleOf: (lang, path) => titles.get(`${lang}/${path}`) ?? titles.get(`en/${path}`) ?? path,
  };
}

/** Every page below man1 … man9 in every language, or in English if it is not translated. */
async function manualPages(): Promise<ManualPage[]> {
  const docs = new Map((await getCollection('docs')).map((entry) => [entry.id, entry]));
  const calls = asMap(await getCollection('calls'));
  const dates = [...calls.values()].map(({ provenance }) => provenance.seenOn.date);
  const latest = dates.sort().at(-1);
  const paths = [...docs.keys()].filter((id) => /^en\/man\d\w*\//.test(id)).sort();
  return paths.flatMap((english) =>
    languages.flatMap((lang): ManualPage[] => {
      const path = english.slice('en/'.length);
      const own = docs.get(`${lang}/${path}`);
      const entry = own ?? docs.get(english);
      if (!entry) return [];
      const { title, description = '', call, struct, library } = entry.data;
      // Without git, use the day on which the facts were checked.
      const checked = calls.get(call ?? '')?.provenance.seenOn.date ?? latest;
      return [
        {
          lang,
          path,
          title,
          description,
          call,
          struct,
          library,
          body: entry.body ?? '',
          isTranslated: own !== undefined,
          modified:
            lastChange(knownChanges, lang, path, entry.data)?.date ?? `${checked}T00:00:00Z`,
        },
      ];
    }),
  );
}
