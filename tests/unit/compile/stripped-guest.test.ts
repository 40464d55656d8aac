import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect, it } from 'vitest';
import { nodeRootFiles } from '../../../playground-server/compile/node-root.ts';
import { strippedGuest } from '../../../playground-server/compile/stripped-guest.ts';

it('takes the types of all modules of guest/, and leaves each word where it was', async () => {
  const files = await nodeRootFiles([]);
  const modules = files.filter(({ target }) => target.startsWith('/guest/'));
  const stripped = await strippedGuest(files);
  expect(Object.keys(stripped)).toEqual(modules.map(({ target }) => `/stripped${target}`));
  for (const { source, target } of modules) {
    const text = stripped[`/stripped${target}`]!;
    expect(stripTypeScriptTypes(text)).toBe(text);
    expect(text).toHaveLength(readFileSync(source, 'utf8').length);
  }
});
