import { expect, it } from 'vitest';
import { importedPackages, neededPackages } from '../../../scripts/keep-server-packages.mjs';

it('keeps a package with what it needs, from where Node would take it', () => {
  const installed = {
    'node_modules/a': { dependencies: { b: '1' }, optionalDependencies: { elsewhere: '1' } },
    'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
    'node_modules/b': { dependencies: { d: '1' } },
    'node_modules/c': { peerDependencies: { a: '1' } },
    'node_modules/d': {},
  };
  expect(neededPackages(installed, ['a'])).toEqual([
    'node_modules/a',
    'node_modules/a/node_modules/b',
    'node_modules/c',
  ]);
});

it('finds what the server imports, also where it does so only now and then', () => {
  const imported = importedPackages();
  expect(imported).toEqual(expect.arrayContaining(['hono', '@hono/node-server', 'ioredis']));
  expect(imported).toContain('@opentelemetry/sdk-trace');
  expect(imported).not.toContain('astro');
});
