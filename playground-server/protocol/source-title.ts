import { languageTable } from './language-table.ts';
import type { RunRequest } from './run-request.ts';
import { snippetTitle } from './snippet-title.ts';

/** What a snippet calls itself, or else the name of its file. */
export const sourceTitle = ({
  language,
  source,
}: Pick<RunRequest, 'language' | 'source'>): string =>
  snippetTitle(source) ?? `snippet.${languageTable[language].extension}`;
