import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Language } from '../../playground-server/protocol/index.ts';
import { prelude } from './collect-run.ts';

/**
 * A program that tries something, and what a reader must see of it. Its first comment tells both:
 *
 *   /* What it tries, in a sentence or two.
 *    *
 *    * prints: mem: (EPERM|EACCES)      a line of standard output; all of them, in order
 *    * complains: .*                    all of standard error
 *    * refused: ptrace kcmp             calls that the playground refused, in order
 *    * row: io_submit = -1 EFAULT @12   a call that was not refused, with its line; all of them
 *    * rows: 10000                      how many calls the tape has
 *    * says: 3: error: .*               a message of the compiler, with its line
 *    * ends: exited 0                   how the run ends
 *    * runs: 2                          how often it is run, with the same to be seen each time
 *    * needs: control groups            what the server must have, so that more is granted; or those
 *    *                                   of version 1, where it is about what only they count apart
 *    * outside: mem: [0-9]+             a line that it prints on the bare host, where it succeeds
 *
 * Patterns are regular expressions that must match the whole text.
 */
export interface Attempt {
  file: string;
  language: Language;
  tries: string;
  source: string;
  /** of the source, before the file's own first line */
  linesBefore: number;
  told: Told;
}

const keys = [
  ...(['prints', 'complains', 'refused', 'row', 'rows', 'says', 'ends'] as const),
  ...(['runs', 'needs', 'outside'] as const),
];
type Key = (typeof keys)[number];
export type Told = Record<Key, string[]>;

const folder = join(import.meta.dirname, 'attempts');

/** Where the source itself is the attempt, or is not C, nothing may precede it. */
const asItIs = /^(compiler|debug-info|typescript)\//;

const languageOf: Record<string, Language> = { '.c': 'c', '.cc': 'cpp', '.ts': 'typescript' };

/** Every attempt there is. Throws when a header cannot be read, or would let anything pass. */
export function readAttempts(): Attempt[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .flatMap((file) => {
      const language = languageOf[extname(file)];
      if (language === undefined) return [];
      const text = readFileSync(join(folder, file), 'utf8');
      const before = asItIs.test(file) ? '' : prelude;
      const linesBefore = before.split('\n').length - 1;
      const source = before + text;
      const name = file.slice(0, -extname(file).length);
      return [{ file: name, language, source, linesBefore, ...readHeader(file, text) }];
    });
}

function readHeader(file: string, text: string): Pick<Attempt, 'tries' | 'told'> {
  const [, tries, rows = ''] = /^\/\* ([^]+?)\n \*\n([^]*?) ?\*\//.exec(text) ?? [];
  const told = Object.fromEntries(keys.map((key) => [key, [] as string[]])) as Told;
  for (const row of rows.trimEnd().split('\n')) {
    const [, key, pattern] = /^ \* (\w+): (.+)$/.exec(row) ?? [];
    if (!keys.includes(key as Key) || !pattern) throw new Error(`${file}: cannot read "${row}"`);
    told[key as Key].push(pattern);
  }
  const proofs = [...told.prints, ...told.refused, ...told.row, ...told.rows, ...told.says];
  if (tries === undefined || told.ends.length !== 1 || proofs.length === 0) {
    throw new Error(`${file}: say what is tried, what proves that it was, and how it ends`);
  }
  return { tries: tries.replaceAll('\n * ', ' '), told };
}
