import { languageTable, snippetTitle, type Result } from '../../protocol/index.ts';

/** What the snippet calls itself, or else the name of its file. */
export const resultTitle = ({ request: { language, source } }: Result): string =>
  snippetTitle(source) ?? `snippet.${languageTable[language].extension}`;
