import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { exampleIds, readVariants } from '../../../../scripts/record/read-variants.ts';
import { RecordingsStore } from '../../../../scripts/record/recordings-store.ts';
import { runEventSchema } from '../../../../playground-server/protocol/index.ts';
import type { Manual, ManualPage } from '../../../../site/export/page-context.ts';
import { callSchema } from '../../../../site/facts/call-schema.ts';
import { familySchema } from '../../../../site/facts/family-schema.ts';
import { expectedCalls } from '../../../../site/facts/expected-calls.ts';
import { cureSchema } from '../../../../site/facts/cure-schema.ts';
import { errnoSchema } from '../../../../site/facts/errno-schema.ts';
import { librarySchema } from '../../../../site/facts/library-schema.ts';
import { languages, type Lang } from '../../../../site/facts/localized.ts';
import { kernelTapes } from '../../../../site/facts/recordings/kernel-tapes.ts';
import { recordingName } from '../../../../site/facts/recordings/recording-schema.ts';
import { structSchema } from '../../../../site/facts/struct-schema.ts';
import type { Example } from '../../../../site/facts/read-example.ts';

const read = (path: string) => readFileSync(path, 'utf8');

const facts = <Facts>(folder: string, schema: z.ZodType<Facts>): Map<string, Facts> =>
  new Map(
    globSync(`content/${folder}/*.yaml`).map((path) => [
      basename(path, '.yaml'),
      schema.parse(parse(read(path))),
    ]),
  );

/** The manual as it stands in content/, read without Astro. */
export function manualOfFiles(): Manual {
  const english = globSync('content/docs/en/man*/*.mdx').sort();
  const recordings = new RecordingsStore();
  return {
    calls: facts('calls', callSchema),
    structs: facts('structs', structSchema),
    libraries: facts('libraries', librarySchema),
    errnos: facts('errnos', errnoSchema),
    cures: facts('cures', cureSchema),
    families: z.array(familySchema).parse(parse(read('content/families.yaml'))),
    examples: new Map(exampleIds().map((id) => [id, example(id, recordings)])),
    pages: english.flatMap((path) => languages.map((lang) => page(path, lang))),
    origin: 'https://man.example',
    referrersOf: () => ['man7/aio-native', 'errnos'],
    exampleHref: (lang, example) => `/${lang}/man2/io_setup/#${example}`,
    titleOf: (lang, path) => `${path} in ${lang}`,
  };
}

function example(id: string, recordings: RecordingsStore): Example {
  const [first, ...others] = readVariants(id).map(({ facts, lens, source, tapePath }) => {
    const recorded = z.array(runEventSchema).parse(JSON.parse(read(tapePath)));
    const expects = expectedCalls(facts, lens);
    const elsewhere = kernelTapes(recordingName(id, lens), recorded, expects, recordings);
    return { facts, lens, source, recorded, elsewhere };
  });
  if (!first) throw new Error(`content/examples/${id} has no snippet`);
  return { facts: first.facts, variants: [first, ...others] };
}

function page(englishPath: string, lang: Lang): ManualPage {
  const own = englishPath.replace('/en/', `/${lang}/`);
  const isTranslated = existsSync(own);
  const body = read(isTranslated ? own : englishPath);
  const head = parse(/^---\n([^]*?)\n---/.exec(body)?.[1] ?? '') as Record<string, string>;
  return {
    lang,
    path: englishPath.replace(/^content\/docs\/en\/|\.mdx$/g, ''),
    title: head['title'] ?? '',
    description: head['description'] ?? '',
    call: head['call'],
    struct: head['struct'],
    library: head['library'],
    body,
    isTranslated,
    modified: '2026-11-21T10:00:00Z',
  };
}
