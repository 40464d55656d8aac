import { languages, type Language } from '../../../playground-server/protocol/language-table.ts';
import type { Starter } from '../view/languages/language-row.ts';
import { languageRows } from '../view/languages/language-table.ts';

/** A program to begin anew with, and its language. */
export interface LanguageStarter extends Starter {
  language: Language;
}

/** All of them, in the order in which they are offered. */
export const starters: readonly LanguageStarter[] = languages.flatMap((language) =>
  languageRows[language].starters.map((starter) => ({ ...starter, language })),
);

/** The fragment that begins anew with a starter: `new-c`. */
export const starterAnchor = ({ id }: Pick<Starter, 'id'>): string => `new-${id}`;

/** The starter that a fragment asks for, or null. */
export const starterOf = (hash: string): LanguageStarter | null =>
  starters.find((starter) => hash === `#${starterAnchor(starter)}`) ?? null;
