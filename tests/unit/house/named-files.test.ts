import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sourceFiles } from '../../../scripts/source-files.mjs';

const sources = sourceFiles(['playground-server', 'scripts', 'site', 'cli', 'tests']);
const own = [
  ...sources.map(({ path }) => path),
  ...globSync(['*.{ts,mjs}', '{content,deploy}/**/*.yaml']),
];

/** Files that a recipe tells the reader to make. */
const yetToBeMade = ['content/calls/eventfd.yaml', 'events/events-table.ts'];

/** Names of files, with as much of their paths as makes them clear: `hooks/call-hook.ts`. */
const fileName = /(?<![\w./*<-])\w[\w-]*(?:\/[\w.-]+)*\.(?:ts|mjs|astro|sh|yaml)\b/g;

/** The files that a text names and that are not there. */
const missingFiles = (text: string): string[] =>
  [...text.matchAll(fileName)]
    .map(([name]) => name)
    .filter((name) => !own.some((path) => path === name || path.endsWith(`/${name}`)))
    .filter((name) => !yetToBeMade.includes(name));

const commentsOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /^\s*(\*|\/\*|\/\/)/.test(line))
    .join('\n');

it('every file that a comment names is there', () => {
  const missing = sources
    .filter(({ path }) => !/\.sh$|\/tracees\/cases\//.test(path))
    .flatMap(({ path, text }) => missingFiles(commentsOf(text)).map((name) => `${path}: ${name}`));
  expect(missing).toEqual([]);
});

it.each(globSync(['*.md', '{playground-server,site,cli,deploy}/**/*.md']))(
  '%s names only files that are there',
  (path) => {
    const inCode = readFileSync(path, 'utf8').match(/`[^`\n]+`/g) ?? [];
    expect(missingFiles(inCode.join(' '))).toEqual([]);
  },
);

it('a file that is not there is found', () => {
  expect(missingFiles('see decode/call-sites.ts, compile/line-regions.ts and no-such.mjs')).toEqual(
    ['decode/call-sites.ts', 'compile/line-regions.ts', 'no-such.mjs'],
  );
});
