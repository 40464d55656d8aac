import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { runEventSchema } from '../../../../playground-server/protocol/index.ts';
import type { ExportedExample, Manual, ManualPage } from '../../../../site/export/page-context.ts';
import { callSchema } from '../../../../site/facts/call-schema.ts';
import { errnoSchema } from '../../../../site/facts/errno-schema.ts';
import { exampleSchema } from '../../../../site/facts/example-schema.ts';
import { languages, type Lang } from '../../../../site/facts/localized.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const stem = (path: string) => basename(path, '.yaml');

/** The manual as it stands in content/, read without Astro. */
export function manualOfFiles(): Manual {
  const calls = globSync('content/calls/*.yaml').map((path) => callSchema.parse(parse(read(path))));
  const english = globSync('content/docs/en/man*/*.mdx').sort();
  return {
    calls: new Map(calls.map((call) => [call.call, call])),
    errnos: new Map(
      globSync('content/errnos/*.yaml').map((path) => [
        stem(path),
        errnoSchema.parse(parse(read(path))),
      ]),
    ),
    examples: new Map(globSync('content/examples/*/example.yaml').map(example)),
    pages: english.flatMap((path) => languages.map((lang) => page(path, lang))),
    origin: 'https://man.example',
  };
}

function example(path: string): [string, ExportedExample] {
  const folder = dirname(path);
  const facts = exampleSchema.parse(parse(read(path)));
  const tape = `${folder}/tape.json`;
  const recorded = existsSync(tape) ? z.array(runEventSchema).parse(JSON.parse(read(tape))) : [];
  return [basename(folder), { facts, source: read(`${folder}/main.c`), recorded }];
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
    body,
    isTranslated,
    modified: '2026-11-21T10:00:00Z',
  };
}
