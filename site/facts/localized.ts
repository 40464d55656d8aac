import { z } from 'zod';
import { uiLanguageOf, uiLanguages } from '../../playground-server/protocol/ui-language-table.ts';

/** The languages of the manual, in the order the reader is offered them. */
export const languages = uiLanguages;

export type Lang = (typeof languages)[number];

/** A short text that must exist in every language. */
export const localizedSchema = z.strictObject({
  en: z.string().min(1),
  fr: z.string().min(1),
  ru: z.string().min(1),
});

export type Localized = z.infer<typeof localizedSchema>;

/** The text in the reader's language; `lang` is what Starlight calls the locale. */
export const inLanguage = (text: Localized, lang: string | undefined): string =>
  text[uiLanguageOf(lang)];
