import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importedFiles } from './imported-files.ts';

const tests = globSync('tests/{unit,content}/**/*.test.ts');
const startsSandboxes = (path: string) =>
  importedFiles(path).has('playground-server/sandbox/launch.ts');

// They run one at a time: fs.aio-max-nr is one number for all, and some claims use up a whole limit.
it('every test that starts a sandbox is called *.kernel.test.ts', () => {
  const starting = tests.filter(startsSandboxes);
  expect(starting.length).toBeGreaterThan(3);
  expect(starting.filter((path) => !path.endsWith('.kernel.test.ts'))).toEqual([]);
});
