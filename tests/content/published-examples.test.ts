import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleIds, readVariants } from '../../scripts/record/read-variants.ts';
import { withAliases } from '../../site/facts/example-alias-table.ts';

const published = readFileSync('tests/content/published-examples.txt', 'utf8').trim().split('\n');

const names = exampleIds().flatMap((id) =>
  readVariants(id).map(({ lens }, at) => (at === 0 ? id : `${id}-${lens}`)),
);

test('no name of an example that was ever published goes: a new one has the old as its alias', () => {
  const known = withAliases(names.map((name) => ({ name }))).map(({ name }) => name);
  expect(published.filter((name) => !known.includes(name))).toEqual([]);
});

test('an alias leads to what has the new name, and one of nothing to nothing', () => {
  const all = [{ name: 'new', source: 'int x;' }];
  expect(withAliases(all, { old: 'new', lost: 'nowhere' })).toEqual([
    ...all,
    { name: 'old', source: 'int x;' },
  ]);
});
