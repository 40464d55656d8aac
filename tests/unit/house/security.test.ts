import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const security = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const links = [...security.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
const files = links
  .filter((target) => !/^(https?:|#)/.test(target))
  .map((target) => target.replace(/#.*/, ''));

it('the threat model names only files that exist', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

it('the threat model names every folder of attempts', () => {
  const folders = readdirSync(join(root, 'tests/sandbox/attempts'));
  const named = new Set(files.flatMap((file) => [file, dirname(file)]));
  expect(folders.filter((name) => !named.has(`tests/sandbox/attempts/${name}`))).toEqual([]);
});
