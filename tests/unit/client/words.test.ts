import { describe, expect, it } from 'vitest';
import {
  faultCodes,
  limitNames,
  problemCodes,
  uiLanguages,
  verdicts,
} from '../../../playground-server/protocol/index.ts';
import { borrowEnglish } from '../../../site/words/borrow-english.ts';
import { ownStrings, stringsIn } from '../../../site/words/strings-in.ts';
import { createWords } from '../../../site/words/words.ts';

const said = [
  ...faultCodes.map((code) => `fault.${code}`),
  ...limitNames.map((name) => `limit.${name}`),
  ...problemCodes.map((code) => `problem.${code}`),
  ...verdicts.filter((verdict) => verdict !== 'kernel').map((verdict) => `verdict.${verdict}`),
];

it.each(uiLanguages)('%s has a sentence for every code of the contract', (lang) => {
  const { say } = createWords(lang, stringsIn(lang));
  expect(said.filter((key) => say(key, { count: 2 }) === key)).toEqual([]);
});

it('puts values in their places', () => {
  const words = createWords('en', { 'playground.line': 'Line {{line}} of {{line}}' });
  expect(words.say('playground.line', { line: 7 })).toBe('Line 7 of 7');
});

describe('a sentence with a number', () => {
  it.each([
    ['en', 1, '1 example'],
    ['en', 2, '2 examples'],
    ['en', 1200, '1,200 examples'],
    ['fr', 0, '0 exemple'],
    ['fr', 1, '1 exemple'],
    ['fr', 2, '2 exemples'],
    ['ru', 1, '1 пример'],
    ['ru', 3, '3 примера'],
    ['ru', 5, '5 примеров'],
    ['ru', 11, '11 примеров'],
    ['ru', 21, '21 пример'],
    ['ru', 22, '22 примера'],
  ] as const)('takes the form that %s has for %i', (lang, count, sentence) => {
    const words = createWords(lang, ownStrings(lang));
    expect(words.say('gallery.found', { count })).toBe(sentence);
  });
});

describe('a language that lacks a sentence', () => {
  const english = { plain: 'Run', calls_one: '{{count}} call', calls_other: '{{count}} calls' };
  const words = createWords('ru', borrowEnglish({ other: 'Другое' }, english));

  it('says it in English, and keeps its own', () => {
    expect(words.say('plain')).toBe('Run');
    expect(words.say('other')).toBe('Другое');
    expect([words.knows('plain'), words.knows('nothing')]).toEqual([true, false]);
  });

  it('counts in it as English does', () => {
    expect(words.say('calls', { count: 1 })).toBe('1 call');
    expect(words.say('calls', { count: 21 })).toBe('21 calls');
  });

  it('borrows no form of a sentence that it has', () => {
    const own = { calls_one: '{{count}} вызов', calls_few: '{{count}} вызова' };
    expect(borrowEnglish(own, english)).toEqual({ ...own, 'en:plain': 'Run' });
  });
});

it('calls lines as their author does, where the first has another number than 1', () => {
  const words = createWords('en', { at: 'line {{line}}, {{what}}' }, 120);
  expect(words.line(9)).toBe('128');
  expect(words.say('at', { line: 9, what: 9 })).toBe('line 128, 9');
});
