import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { uiLanguageTable } from '../../../playground-server/protocol/index.ts';
import { languages, type Lang } from '../../../site/facts/localized.ts';
import type { Rule } from './rule.ts';

const words = z.array(z.string()).min(1);

const inEach = <Schema extends z.ZodType>(schemaOf: (lang: Lang) => Schema) =>
  Object.fromEntries(languages.map((lang) => [lang, schemaOf(lang)])) as Record<Lang, Schema>;

/** content/glossary.yaml: a language has every word from the day on which it is complete. */
const glossarySchema = z.array(
  z.strictObject({
    ...inEach((lang) => (uiLanguageTable[lang].isComplete ? words : words.optional())),
    avoid: z
      .strictObject(inEach(() => words))
      .partial()
      .optional(),
  }),
);

/** One rule for each word that the glossary advises against, naming the accepted one. */
export function glossaryRules(): Rule[] {
  const terms = glossarySchema.parse(parse(readFileSync('content/glossary.yaml', 'utf8')));
  return terms.flatMap((term) =>
    languages.flatMap((lang) =>
      (term.avoid?.[lang] ?? []).map((word) => ({
        langs: [lang],
        reads: 'text' as const,
        pattern: patternOf(word),
        advice: `“${term.en?.[0]}” is ${accepted(term[lang]).join(' or ')}`,
        wrong: word.replaceAll('*', ''),
        right: term[lang]?.[0] ?? '',
      })),
    ),
  );
}

const accepted = (words: readonly string[] | undefined) => words?.map((word) => `“${word}”`) ?? [];

/** A word as it stands, or with any ending where it has a star; spaces may be of any kind. */
function patternOf(word: string): RegExp {
  const escaped = word.replace(/[.+?^${}()|[\]\\/]/g, '\\$&');
  const loose = escaped.replaceAll('*', '\\p{L}*').replaceAll(' ', '\\s+');
  return new RegExp(`(?<!\\p{L})${loose}(?!\\p{L})`, 'giu');
}
