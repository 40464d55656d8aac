import { globSync, readFileSync } from 'node:fs';
import { i18nSchema } from '@astrojs/starlight/schema';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { uiLanguages } from '../../../playground-server/protocol/index.ts';
import { completeLanguages, lacking, textsIn } from '../../../site/facts/localized.ts';
import { missingSentences } from '../../../site/words/borrow-english.ts';
import { sentenceOf } from '../../../site/words/sentence-key.ts';
import { stringsOf } from './strings.ts';

const english = stringsOf.en;
const known = new Set(Object.keys(english).map(sentenceOf));
const hasForms = (key: string) => key !== sentenceOf(key);
const formsOf = (key: string) => Object.keys(english).filter((form) => sentenceOf(form) === key);

/** Enough of the numbers that the site shows, which are whole and below a million. */
const numbers = Array.from({ length: 1000 }, (_, number) => number);

const placesIn = (texts: readonly (string | undefined)[]) =>
  new Set(texts.flatMap((text) => text?.match(/\{\{\w+\}\}/g) ?? []));

describe.each(uiLanguages)('the interface in %s', (lang) => {
  const own = stringsOf[lang];
  const keys = Object.keys(own);

  test('has no sentence that the site never says', () => {
    const starlights = Object.keys(i18nSchema().shape);
    const strange = keys.filter((key) => !known.has(sentenceOf(key)));
    expect(strange.filter((key) => !starlights.includes(key))).toEqual([]);
  });

  test('has a form for every number, in each sentence with a number', () => {
    const rules = new Intl.PluralRules(lang);
    const wanted = new Set(numbers.map((number) => rules.select(number)));
    const counted = [...new Set(keys.filter(hasForms).map(sentenceOf))];
    const missing = counted.flatMap((key) => [...wanted].map((form) => `${key}_${form}`));
    expect(missing.filter((key) => !(key in own))).toEqual([]);
  });

  test('has forms where English has them, and no others', () => {
    const odd = keys.filter((key) => {
      const [form] = formsOf(sentenceOf(key));
      return form !== undefined && hasForms(form) !== hasForms(key);
    });
    expect(odd).toEqual([]);
  });

  test('names no value that English does not name, and leaves out none but a number', () => {
    const wrong = keys.filter((key) => {
      const forms = formsOf(sentenceOf(key));
      if (forms.length === 0) return false;
      const [given, said] = [placesIn(forms.map((form) => english[form])), placesIn([own[key]])];
      return (
        said.difference(given).size > 0 ||
        [...given.difference(said)].some((place) => !hasForms(key) || place !== '{{count}}')
      );
    });
    expect(wrong).toEqual([]);
  });
});

const factFiles = globSync('content/{*,calls/*,structs/*,libraries/*,errnos/*,examples/*/*}.yaml');
const texts = factFiles.sort().map((file) => ({
  file,
  found: textsIn(parse(readFileSync(file, 'utf8'))),
}));

test('facts have texts', () => {
  expect(texts.flatMap(({ found }) => found).length).toBeGreaterThan(400);
});

describe.each(completeLanguages)('%s, declared complete', (lang) => {
  test('has every sentence of the interface', () => {
    expect(missingSentences(stringsOf[lang], english)).toEqual([]);
  });

  test('has every text of the facts', () => {
    const missing = texts.flatMap(({ file, found }) =>
      lacking(found, lang).map(({ en }) => `${file}: ${en}`),
    );
    expect(missing).toEqual([]);
  });
});
