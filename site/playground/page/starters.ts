import { languages, type Language } from '../../../playground-server/protocol/language-table.ts';

/** Address of a starter on the playground's page: `new-c`. */
export const starterId = (language: Language): string => `new-${language}`;

/** The language whose starter a fragment asks for, or null. */
export const starterOf = (hash: string): Language | null =>
  languages.find((language) => hash === `#${starterId(language)}`) ?? null;
