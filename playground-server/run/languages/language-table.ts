import type { Language } from '../../protocol/index.ts';
import { c } from './c.ts';
import { cpp } from './cpp.ts';
import type { LanguageRow } from './language-row.ts';
import { typescript } from './typescript.ts';

/**
 * How this host handles snippets; what is generally known about their languages is in protocol/.
 */
export const languageRows: Readonly<Record<Language, LanguageRow>> = { c, cpp, typescript };
