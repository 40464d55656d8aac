import type { Language } from '../../../../playground-server/protocol/language-table.ts';
import { c } from './c.ts';
import { cpp } from './cpp.ts';
import type { LanguageRow } from './language-row.ts';
import { typescript } from './typescript.ts';

/** How the playground shows a snippet; what the server knows as well is in the protocol. */
export const languageRows: Readonly<Record<Language, LanguageRow>> = { c, cpp, typescript };
