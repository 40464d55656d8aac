import type { Language } from '../../../../../playground-server/protocol/index.ts';
import type { Formatted } from './formatted.ts';
import { languageRows } from '../../languages/language-table.ts';

/** Formats a snippet. Rejects when the formatter cannot be loaded. */
export async function formatSource(language: Language, source: string): Promise<Formatted> {
  const format = await languageRows[language].formatter();
  const formatted = await format(source);
  // The page shows no last line feed, so that the editor has no empty line.
  return formatted.kind === 'formatted'
    ? { kind: 'formatted', source: formatted.source.trimEnd() }
    : formatted;
}
