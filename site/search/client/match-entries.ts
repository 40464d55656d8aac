import { entryKinds, type SearchEntry } from '../search-entry.ts';
import { editDistance } from '../../words/edit-distance.ts';

const most = 10;

/** What a reader typed: words to find, and whether it can only mean an errno. */
interface Query {
  words: string[];
  onlyErrno: boolean;
}

/** The entries that a query names, best first; those one or two typos away only if none is named. */
export function matchEntries(entries: readonly SearchEntry[], typed: string): SearchEntry[] {
  const { words, onlyErrno } = readQuery(typed);
  if (words.length === 0) return [];
  const candidates = entries.filter(({ kind }) => !onlyErrno || kind === 'errno');
  const named = best(candidates, words, nameScore);
  return named.length > 0 ? named : best(candidates, words, typoScore);
}

/** “-EINVAL”, “errno 22”, “io_setup(2)” and “struct iocb” mean the names in them. */
export function readQuery(typed: string): Query {
  const text = typed.trim().toLowerCase();
  const bare = text
    .replace(/^errno\s*[:=]?\s*(?=\S)/, '')
    .replace(/^[-−](?=\w)/, '')
    .replace(/^struct\s+/, '');
  const words = bare.split(/\s+/).map((word) => word.replace(/\(\w*\)?$/, ''));
  const number = /^\d+$/.test(bare);
  return { words: words.filter(Boolean), onlyErrno: number && bare !== text };
}

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
