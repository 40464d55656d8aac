import { entryKinds, type SearchEntry } from '../search-entry.ts';
import { editDistance } from '../../words/edit-distance.ts';
import { readQuery } from './read-query.ts';
import { sentenceIndex } from './sentence-index.ts';

const most = 10;

/** Finds what readers type or paste among the entries of a language. */
export type EntryMatcher = (typed: string) => SearchEntry[];

/**
 * Looks among the names first; if there is none, for a name one or two typos away, and for the words
 * of a sentence, wherever they stand.
 */
export function entryMatcher(entries: readonly SearchEntry[]): EntryMatcher {
  const sentences = sentenceIndex(entries);
  return (typed) => {
    const { words, onlyErrno } = readQuery(typed);
    if (words.length === 0) return [];
    const candidates = entries.filter(({ kind }) => !onlyErrno || kind === 'errno');
    const printed = candidates.filter((entry) => isPhrase(entry, words));
    const named = printed.length > 0 ? printed : best(candidates, words, nameScore);
    if (named.length > 0 || onlyErrno) return named;
    const meant = best(candidates, words, typoScore);
    return [...new Set([...meant, ...sentences.find(words)])].slice(0, most);
  };
}

const isPhrase = ({ phrases = [] }: SearchEntry, words: string[]): boolean =>
  phrases.some((phrase) => readQuery(phrase).words.join(' ') === words.join(' '));

type Score = (name: string, word: string) => number;

function best(entries: readonly SearchEntry[], words: string[], score: Score): SearchEntry[] {
  return entries
    .map((entry) => ({ entry, points: scoreOf(entry, words, score) }))
    .filter(({ points }) => points < Infinity)
    .sort((a, b) => a.points - b.points || rank(a.entry) - rank(b.entry))
    .slice(0, most)
    .map(({ entry }) => entry);
}

const rank = ({ kind }: SearchEntry) => entryKinds.indexOf(kind);

/** The worst match decides; words that name the page only choose among its entries. */
function scoreOf({ name, also = [], page }: SearchEntry, words: string[], score: Score): number {
  const names = [name, ...also].map((known) => known.toLowerCase());
  const rest = words.filter((word) => !page.startsWith(`${word}(`));
  const asked = rest.length > 0 ? rest : words;
  return Math.max(...asked.map((word) => Math.min(...names.map((known) => score(known, word)))));
}

const nameScore: Score = (name, word) => {
  if (name === word) return 0;
  // Numbers must match exactly: 2 is not a prefix of 22.
  if (/^\d+$/.test(word)) return Infinity;
  if (name.startsWith(word)) return 1;
  return word.length > 2 && name.split(/[\s_-]/).some((part) => part.startsWith(word))
    ? 2
    : Infinity;
};

const typoScore: Score = (name, word) => {
  const allowed = word.length > 5 ? 2 : 1;
  if (word.length < 4 || Math.abs(name.length - word.length) > allowed) return Infinity;
  const distance = editDistance(name, word);
  return distance <= allowed ? distance : Infinity;
};
