import { existsSync, globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { callSchema, type CallFacts } from '../../../site/facts/call-schema.ts';
import { languages, type Lang } from '../../../site/facts/localized.ts';
import { structSchema, type StructFacts } from '../../../site/facts/struct-schema.ts';

/** A page of the manual: one path below content/docs/<language>/, one source a language. */
export interface ManualPage {
  path: string;
  sources: Partial<Record<Lang, string>>;
}

const fileOf = (lang: Lang, path: string) => `content/docs/${lang}/${path}`;

/** Every page that exists in any language, with its sources. */
export function manualPages(): ManualPage[] {
  const paths = languages.flatMap((lang) => globSync('**/*.mdx', { cwd: `content/docs/${lang}` }));
  return [...new Set(paths)].sort().map((path) => ({ path, sources: sourcesOf(path) }));
}

function sourcesOf(path: string): ManualPage['sources'] {
  const written = languages.filter((lang) => existsSync(fileOf(lang, path)));
  return Object.fromEntries(
    written.map((lang) => [lang, readFileSync(fileOf(lang, path), 'utf8')]),
  );
}

const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));

export const readCalls = (): CallFacts[] =>
  globSync('content/calls/*.yaml').map((path) => callSchema.parse(read(path)));

export const readStructs = (): StructFacts[] =>
  globSync('content/structs/*.yaml').map((path) => structSchema.parse(read(path)));
