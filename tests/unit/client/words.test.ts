import { expect, it } from 'vitest';
import english from '../../../content/i18n/en.json' with { type: 'json' };
import french from '../../../content/i18n/fr.json' with { type: 'json' };
import russian from '../../../content/i18n/ru.json' with { type: 'json' };
import {
  faultCodes,
  limitNames,
  problemCodes,
  verdicts,
} from '../../../playground-server/protocol/index.ts';
import { createWords } from '../../../site/words/words.ts';

const said = [
  ...faultCodes.map((code) => `fault.${code}`),
  ...limitNames.map((name) => `limit.${name}`),
  ...problemCodes.map((code) => `problem.${code}`),
  ...verdicts.filter((verdict) => verdict !== 'kernel').map((verdict) => `verdict.${verdict}`),
];

it.each([
  ['en', english],
  ['fr', french],
  ['ru', russian],
])('%s has a sentence for every code of the contract', (lang, strings) => {
  const words = createWords(lang, strings);
  expect(said.filter((key) => !words.knows(key))).toEqual([]);
});

it('puts values in their places', () => {
  const words = createWords('en', { 'playground.line': 'Line {{line}} of {{line}}' });
  expect(words.say('playground.line', { line: 7 })).toBe('Line 7 of 7');
});
