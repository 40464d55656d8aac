import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { looseVersions, unsealedPackages } from '../../../scripts/check-lock.mjs';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

it('leaves no version and no byte of what is installed to chance', () => {
  expect(looseVersions(read('package.json'))).toEqual([]);
  expect(unsealedPackages(read('package-lock.json').packages)).toEqual([]);
});

it('names a version that is not exact, and a package without its checksum', () => {
  expect(looseVersions({ dependencies: { a: '^1.0.0', b: '1.0.0' } })).toEqual([
    expect.stringMatching(/^a is \^1\.0\.0/),
  ]);
  expect(unsealedPackages({ '': {}, 'node_modules/a': { version: '1.0.0' } })).toEqual([
    expect.stringMatching(/^node_modules\/a has no integrity/),
  ]);
});
