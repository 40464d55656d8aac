import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { callSchema } from '../../../site/facts/call-schema.ts';
import { cureSchema } from '../../../site/facts/cure-schema.ts';
import { errnoSchema } from '../../../site/facts/errno-schema.ts';
import { familySchema } from '../../../site/facts/family-schema.ts';
import { librarySchema } from '../../../site/facts/library-schema.ts';
import type { Lang } from '../../../site/facts/localized.ts';
import { messageSchema } from '../../../site/facts/message-schema.ts';
import { structSchema } from '../../../site/facts/struct-schema.ts';
import type { SearchFacts } from '../../../site/search/search-entries.ts';

const read = (file: string): unknown => parse(readFileSync(file, 'utf8'));

const all = <Facts>(folder: string, schema: z.ZodType<Facts>): Map<string, Facts> =>
  new Map(
    globSync(`content/${folder}/*.yaml`).map((file) => [
      basename(file, '.yaml'),
      schema.parse(read(file)),
    ]),
  );

/** What the site's index of a language is made of, read without Astro. */
export function factsOfFiles(lang: Lang): SearchFacts {
  const order = z
    .array(familySchema)
    .parse(read('content/families.yaml'))
    .flatMap(({ pages }) => pages);
  const place = ({ page }: { page: string }) => order.indexOf(`${page}(2)`);
  return {
    calls: [...all('calls', callSchema).values()].sort((a, b) => place(a) - place(b)),
    structs: [...all('structs', structSchema).values()],
    libraries: [...all('libraries', librarySchema).values()],
    errnos: all('errnos', errnoSchema),
    cures: all('cures', cureSchema),
    messages: z.array(messageSchema).parse(read('content/messages.yaml')),
    errnoIndex: { path: 'errnos', title: titleOf(lang, 'errnos') },
    messageIndex: { path: 'messages', title: titleOf(lang, 'messages') },
    pages: globSync('**/*.mdx', { cwd: 'content/docs/en' })
      .map((file) => file.replace(/\.mdx$/, ''))
      .filter((path) => !/^(?:call|struct|library):/m.test(bodyOf(lang, path)))
      .map((path) => ({ path, title: titleOf(lang, path) })),
    descriptionOf: (path) => headOf(lang, path, 'description'),
    bodyOf: (path) => bodyOf(lang, path),
  };
}

/** A page in a language, or in English; empty if the manual has no such page. */
function bodyOf(lang: Lang, path: string): string {
  const files = [lang, 'en'].map((each) => `content/docs/${each}/${path}.mdx`);
  const file = files.find((each) => existsSync(each));
  return file ? readFileSync(file, 'utf8') : '';
}

const headOf = (lang: Lang, path: string, key: string): string =>
  new RegExp(`^${key}: (.*)$`, 'm').exec(bodyOf(lang, path))?.[1] ?? path;

const titleOf = (lang: Lang, path: string): string => headOf(lang, path, 'title');
