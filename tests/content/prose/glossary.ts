import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { languages } from '../../../site/facts/localized.ts';
import type { Rule } from './rule.ts';

const words = z.array(z.string()).min(1);

/** content/glossary.yaml. */
const glossarySchema = z.array(
  z.strictObject({
    en: words,
    fr: words,
    ru: words,
    avoid: z.strictObject({ en: words, fr: words, ru: words }).partial().optional(),
  }),
);

/** One rule for each word that the glossary tells to avoid, naming the accepted one. */
export function glossaryRules(): Rule[] {
  const terms = glossarySchema.parse(parse(readFileSync('content/glossary.yaml', 'utf8')));
  return terms.flatMap((term) =>
    languages.flatMap((lang) =>
      (term.avoid?.[lang] ?? []).map((word) => ({
        langs: [lang],
        reads: 'text' as const,
        pattern: patternOf(word),
        advice: `“${term.en[0]}” is ${term[lang].map((accepted) => `“${accepted}”`).join(' or ')}`,
        wrong: word.replaceAll('*', ''),
        right: term[lang][0] ?? '',
      })),
    ),
  );
}

/** A word as it stands, or with any ending where it has a star; spaces may be of any kind. */
function patternOf(word: string): RegExp {
  const escaped = word.replace(/[.+?^${}()|[\]\\/]/g, '\\$&');
  const loose = escaped.replaceAll('*', '\\p{L}*').replaceAll(' ', '\\s+');
  return new RegExp(`(?<!\\p{L})${loose}(?!\\p{L})`, 'giu');
}
