import MiniSearch from 'minisearch';
import type { SearchEntry } from '../search-entry.ts';
import { wordsIn } from './read-query.ts';

/** Finds entries by any words that stand in them, best first. */
export interface SentenceIndex {
  find(words: readonly string[]): SearchEntry[];
}

/** Indexes all that entries say. Words match by their beginnings, for they have many endings. */
export function sentenceIndex(entries: readonly SearchEntry[]): SentenceIndex {
  const index = new MiniSearch({
    fields: ['name', 'page', 'about', 'words'],
    tokenize: wordsIn,
    processTerm: (term) => term,
    extractField: ({ at }: { at: number }, field) => fieldOf(entries, at, field),
    idField: 'at',
    searchOptions: {
      boost: { name: 3, about: 3 },
      boostDocument: (at: number) => weightOf(entries[at]),
      processTerm: beginning,
      prefix: isWord,
    },
  });
  index.addAll(entries.map((_, at) => ({ at })));
  return {
    find(words) {
      const query = words.join(' ');
      const all = index.search(query, { combineWith: 'AND' });
      const found = all.length > 0 ? all : index.search(query, { combineWith: 'OR' });
      return found.flatMap(({ id }) => entries[id as number] ?? []);
    },
  };
}

function fieldOf(entries: readonly SearchEntry[], at: number, field: string): string {
  const entry = entries[at];
  if (field === 'at') return String(at);
  if (field === 'name') return [entry?.name, ...(entry?.also ?? [])].join(' ');
  return entry?.[field as 'page' | 'about' | 'words'] ?? '';
}

/**
 * Among entries that say the same, the page of a call or a structure leads, then what readers often
 * come for; what one program logs comes last.
 */
function weightOf(entry: SearchEntry | undefined): number {
  if (entry?.kind === 'page' && entry.about !== undefined) return 8;
  if (entry?.kind === 'message') return 0.5;
  return entry?.isLikely ? 2 : 1;
}

/** Letters only: names with signs and numbers mean themselves. */
const isWord = (term: string): boolean => /^\p{L}+$/u.test(term);

/**
 * The part of a word that its forms share: “alignment” and “aligned”, «увеличить» и «увеличьте».
 */
const beginning = (term: string): string =>
  isWord(term) && term.length > 6 ? term.slice(0, Math.max(5, term.length - 4)) : term;
