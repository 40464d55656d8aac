import { stopWords } from './stop-words-table.ts';

/** What a reader typed: words to find, and whether it can only mean an errno. */
export interface Query {
  words: string[];
  onlyErrno: boolean;
}

/** “errno 11”, “errno=-11”, “error number 11”, “erreur n° 11”, “os error 11”. */
const numbered =
  /^(?:os )?(?:errno|error|erreur|ошибка)(?: number| code| n°| №)?\s*[:=#]?\s*(?=[-−]?\w)/;

/** “-EINVAL”, “errno 22”, “io_setup(2)” and “struct iocb” mean the names in them. */
export function readQuery(typed: string): Query {
  const text = typed.trim().toLowerCase();
  const bare = text
    .replace(numbered, '')
    .replace(/^[-−](?=\w)/, '')
    .replace(/^struct\s+/, '');
  const number = /^\d+$/.test(bare);
  return { words: meaningful(wordsIn(bare)), onlyErrno: number && bare !== text };
}

/** The words of a text as they are compared: in lower case, without accents, names kept whole. */
export const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}_-]+/u)
    .map((word) => word.replace(/^-+|-+$/g, ''))
    .filter(Boolean);

/** The words that are not stop words, or all of them if there is no other. */
function meaningful(words: string[]): string[] {
  const left = words.filter((word) => !stopWords.has(word));
  return left.length > 0 ? left : words;
}
