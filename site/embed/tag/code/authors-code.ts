import { languageNamed } from '../../../../playground-server/protocol/language-names.ts';
import { guessedLanguage, namedLanguage } from './code-language.ts';
import { findPre } from './find-block.ts';
import { readLines } from './read-lines.ts';
import { tidySource } from './tidy-source.ts';

/** Code of the page's author. */
export interface AuthorsCode {
  source: string;
  /** A language of the playground, or a foreign one, which is not compiled as another. */
  language: string;
  isOurs: boolean;
}

/**
 * Reads the first code block of an element; null if there is none.
 *
 * @param asked the language that the author names
 */
export function authorsCode(within: Element, asked: string | null): AuthorsCode | null {
  const pre = findPre(within);
  if (!pre) return null;
  const codes = pre.querySelectorAll('code');
  const source = tidySource(readLines(codes.length === 1 ? codes[0]! : pre));
  if (!source) return null;
  return asCode(source, asked ?? namedLanguage(pre, within));
}

/** @param named its language, however it is spelt; else it is guessed */
export function asCode(source: string, named: string | null | undefined): AuthorsCode {
  const name = named ?? guessedLanguage(source);
  const known = languageNamed(name);
  return { source, language: known ?? name, isOurs: !!known };
}
