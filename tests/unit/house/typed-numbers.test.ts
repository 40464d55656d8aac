import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { sourceFiles, type SourceFile } from '../../../scripts/source-files.mjs';
import { tableFiles } from '../../../scripts/tables/files-table.ts';

/** Names of constants that a generated table has; system calls, whose names are words, only as SYS_. */
async function knownNames(): Promise<string[]> {
  const found = await Promise.all(
    tableFiles.map(async ({ path, groups }) => {
      const exports = (await import(pathToFileURL(path).href)) as Record<string, object>;
      return groups.flatMap(({ kind, object }) =>
        kind === 'constants' && object !== null && object !== 'systemCalls'
          ? Object.keys(exports[object] ?? {})
          : [],
      );
    }),
  );
  return [...new Set(found.flat()), 'SYS_\\w+', '__NR_\\w+'];
}

/** Where a file that was written by hand gives such a name a number again. */
function typedNumbers(files: readonly Pick<SourceFile, 'path' | 'text'>[], names: string[]) {
  const name = `\\b(?:${names.join('|')})\\b`;
  const typed = new RegExp(`${name}\\s*[:=]\\s*-?\\d\\w*|\\[\\d\\w*, '${name}`, 'g');
  const generated = new Set(tableFiles.map(({ path }) => path));
  return files
    .filter(({ path }) => !generated.has(path))
    .flatMap(({ path, text }) =>
      Array.from(text.matchAll(typed), ([found]) => `${path}: ${found}`),
    );
}

it('no number of the kernel is typed where a table has it', async () => {
  // Tests may state what they expect, because they check whether the tables are right.
  const files = sourceFiles(['playground-server', 'site', 'scripts']);
  expect(typedNumbers(files, await knownNames())).toEqual([]);
});

it('a number that is typed again is found', async () => {
  const text =
    "const SIGKILL = 9;\nconst codes = { EPERM: 1 };\nconst SYS_clone = 56n;\n[4, 'EINTR'];\nEAGAIN ? 1 : 2";
  expect(typedNumbers([{ path: 'a.ts', text }], await knownNames())).toEqual([
    'a.ts: SIGKILL = 9',
    'a.ts: EPERM: 1',
    'a.ts: SYS_clone = 56n',
    "a.ts: [4, 'EINTR",
  ]);
});
