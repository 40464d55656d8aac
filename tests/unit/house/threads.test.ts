import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importedFiles } from './imported-files.ts';

/**
 * There is a thread for each run in progress, and each loads all that it imports for itself: what checks
 * requests once took 7 MiB of every one.
 */
it.each([
  'playground-server/run/tracing/trace-worker.ts',
  'playground-server/sandbox/spawn-worker.ts',
])('what checks requests is not loaded by %s', (worker) => {
  const files = [...importedFiles(worker)];
  expect(files.length).toBeGreaterThan(5);
  const loadZod = files.filter((file) =>
    /^import (?!type\b).*'zod'/m.test(readFileSync(file, 'utf8')),
  );
  expect(loadZod).toEqual([]);
});
