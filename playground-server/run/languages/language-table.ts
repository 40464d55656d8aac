import type { Language } from '../../protocol/index.ts';
import { c } from './c.ts';
import type { LanguageRow } from './language-row.ts';
import { typescript } from './typescript.ts';

/** What this host does with a snippet; what everybody knows of its language is in protocol/. */
export const languageRows: Readonly<Record<Language, LanguageRow>> = { c, typescript };
