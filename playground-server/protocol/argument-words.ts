/** A word as it is, in quotes, or with a character that a backslash takes literally. */
const piece = /"((?:[^"\\]|\\[^])*)"|'([^']*)'|\\([^])|([^\s"'\\]+)/y;

/**
 * The arguments that a person typed, as a shell splits them: at spaces, unless they are in quotes.
 * A quote that does not end is taken as it is.
 */
export function wordsOf(typed: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  for (let at = 0; at < typed.length;) {
    piece.lastIndex = at;
    const [all, double, single, escaped, plain] = piece.exec(typed) ?? [];
    if (all !== undefined) {
      word = (word ?? '') + (double?.replace(/\\([^])/g, '$1') ?? single ?? escaped ?? plain ?? '');
      at += all.length;
      continue;
    }
    if (/\s/.test(typed[at]!)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + typed[at];
    at += 1;
  }
  return word === null ? words : [...words, word];
}

/** What a person would type for these arguments. */
export const typedWords = (words: readonly string[]): string =>
  words.map((word) => (/^[^\s"'\\]+$/.test(word) ? word : quoted(word))).join(' ');

const quoted = (word: string): string => `"${word.replace(/["\\]/g, '\\$&')}"`;
