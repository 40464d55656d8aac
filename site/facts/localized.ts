import { z } from 'zod';
import {
  sourceLanguage,
  uiLanguageOf,
  uiLanguages,
  uiLanguageTable,
  type UiLanguage,
} from '../../playground-server/protocol/ui-language-table.ts';

/** The languages of the manual, in the order in which readers see them. */
export const languages = uiLanguages;

export type Lang = UiLanguage;

const text = z.string().min(1);

type TargetLanguage = Exclude<Lang, typeof sourceLanguage>;

/** The languages that lack nothing, nor may: of these the tests demand all of it. */
export const completeLanguages = languages.filter((lang) => uiLanguageTable[lang].isComplete);

/** The languages that are translated into; English is what they are translated from. */
export const targetLanguages = languages.filter(
  (lang): lang is TargetLanguage => lang !== sourceLanguage,
);

const translations = Object.fromEntries(
  targetLanguages.map((lang) => [lang, text.optional()]),
) as Record<TargetLanguage, z.ZodOptional<z.ZodString>>;

/** A short text in English, and in those other languages that have a translation. */
export const localizedSchema = z.strictObject({ [sourceLanguage]: text, ...translations });

export type Localized = z.infer<typeof localizedSchema>;

/** The text in the reader's language, or in English; `lang` is Starlight's locale. */
export const inLanguage = (text: Localized, lang: string | undefined): string =>
  text[uiLanguageOf(lang)] ?? text[sourceLanguage];

/** The texts in facts, at any depth. */
export function textsIn(facts: unknown): Localized[] {
  if (typeof facts !== 'object' || facts === null) return [];
  const text = localizedSchema.safeParse(facts);
  return text.success ? [text.data] : Object.values(facts).flatMap(textsIn);
}

/** The texts that a language lacks. */
export const lacking = (texts: readonly Localized[], lang: Lang): Localized[] =>
  texts.filter((text) => text[lang] === undefined);
