import type { Language } from '../../../../../playground-server/protocol/index.ts';
import type { Formatted } from './formatted.ts';

/** Each arrives when the reader first asks: clang-format has a megabyte, Prettier a fifth of that. */
const formatters: Record<Language, () => Promise<(source: string) => Promise<Formatted>>> = {
  c: async () => (await import('./format-c.ts')).formatC,
  typescript: async () => (await import('./format-typescript.ts')).formatTypeScript,
};

/** Formats a snippet. Rejects when the formatter cannot be loaded. */
export async function formatSource(language: Language, source: string): Promise<Formatted> {
  const format = await formatters[language]();
  const formatted = await format(source);
  // The page shows no last line feed, so that the editor has no empty line.
  return formatted.kind === 'formatted'
    ? { kind: 'formatted', source: formatted.source.trimEnd() }
    : formatted;
}
