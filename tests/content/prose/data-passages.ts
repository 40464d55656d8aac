import { languages, localizedSchema, type Lang } from '../../../site/facts/localized.ts';
import { passageOf, type Passage } from './passage.ts';

/** The texts in facts, in each language that has them, wherever they stand in a YAML file. */
export function localizedPassages(file: string, value: unknown, path = ''): Passage[] {
  if (typeof value !== 'object' || value === null) return [];
  const localized = localizedSchema.safeParse(value);
  if (localized.success) {
    return languages.flatMap((lang) => {
      const text = localized.data[lang];
      return text === undefined ? [] : [passageOf(lang, `${file} ${path}${lang}`, text.trim())];
    });
  }
  return Object.entries(value).flatMap(([key, below]) =>
    localizedPassages(file, below, `${path}${key}.`),
  );
}

/** The sentences of the interface. */
export const interfacePassages = (
  lang: Lang,
  file: string,
  strings: Record<string, string>,
): Passage[] =>
  Object.entries(strings).map(([key, text]) => passageOf(lang, `${file} ${key}`, text));
