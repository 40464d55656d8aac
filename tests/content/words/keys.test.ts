import { i18nSchema } from '@astrojs/starlight/schema';
import { expect, test } from 'vitest';
import english from '../../../content/i18n/en.json' with { type: 'json' };
import { sentenceOf } from '../../../site/words/sentence-key.ts';
import { composedKeys } from './composed-keys-table.ts';
import { usedKeys } from './used-keys.ts';

const known = new Set(Object.keys(english).map(sentenceOf));
const used = usedKeys(new Set([...known].map((key) => key.split('.')[0] ?? '')));
const composed = Object.entries(composedKeys).flatMap(([key, parts]) =>
  parts.map((part) => key.replace('*', part)),
);
/** Names of files that look like keys. */
const files = ['embed.js'];

test('the site asks for no sentence that English lacks', () => {
  const elsewhere = [...Object.keys(i18nSchema().shape), ...files];
  const asked = [...used.literal, ...composed];
  expect(asked.filter((key) => !known.has(key) && !elsewhere.includes(key))).toEqual([]);
});

test('every way in which the site puts a key together is in the table, and is in use', () => {
  expect([...used.composed].sort()).toEqual(Object.keys(composedKeys).sort());
});

test('every sentence is used', () => {
  const asked = new Set([...used.literal, ...composed]);
  expect([...known].filter((key) => !asked.has(key))).toEqual([]);
});
