import { execFileSync } from 'node:child_process';
import { factsFile, type FactsOfPage } from './facts-of-page.ts';
import type { Lang } from '../facts/localized.ts';

/** One commit that changed the content. */
export interface Change {
  /** ISO 8601, UTC. */
  date: string;
  /** Its author's description, in English. */
  subject: string;
  /** Files, relative to the project. */
  paths: string[];
}

/** The changes to content/, latest first. None without git, or outside a repository. */
export function readChanges(run: (args: string[]) => string = git): Change[] {
  try {
    return parseLog(
      run(['log', '--no-merges', '--name-only', `--format=${format}`, '--', 'content']),
    );
  } catch {
    return [];
  }
}

const format = '%x1e%cI%x1f%s%x1f';

function git(args: string[]): string {
  const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
  return execFileSync('git', args, { encoding: 'utf8', stdio, maxBuffer: 64 << 20 });
}

const parseLog = (log: string): Change[] =>
  log
    .split('\x1e')
    .slice(1)
    .map((record) => {
      const [date = '', subject = '', files = ''] = record.split('\x1f');
      const paths = files.split('\n').filter(Boolean);
      return { date: `${new Date(date).toISOString().slice(0, 19)}Z`, subject, paths };
    });

/** The changes to a page in one language: to its text and its facts. */
export const changesOf = (
  changes: readonly Change[],
  lang: Lang,
  path: string,
  facts: FactsOfPage,
): Change[] =>
  changes.filter(({ paths }) =>
    paths.some(
      (file) =>
        file === `content/docs/${lang}/${path}.mdx` || file === `content/${factsFile(facts)}`,
    ),
  );

/** The latest of them. */
export const lastChange = (...of: Parameters<typeof changesOf>): Change | undefined =>
  changesOf(...of)[0];
