import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { languages } from '../../site/facts/localized.ts';
import { manualPages, readCalls, readStructs } from './manual/pages.ts';
import { interfacePassages, localizedPassages } from './prose/data-passages.ts';
import { glossaryRules } from './prose/glossary.ts';
import { mdxCode, mdxPassages } from './prose/mdx-passages.ts';
import { passageOf, type Passage } from './prose/passage.ts';
import { faultsIn, type Rule } from './prose/rule.ts';
import { typedFactRules } from './prose/typed-facts.ts';
import { typographyTable } from './prose/typography-table.ts';

const wording = [...typographyTable, ...glossaryRules()];
const facts = typedFactRules(readCalls(), readStructs());
const read = (file: string) => readFileSync(file, 'utf8');

const faults = (passages: Passage[], rules: Rule[] = wording) =>
  passages.flatMap((passage) => [...faultsIn(passage, rules), ...codeFaults(passage)]);

/** Compilers read code, where typographic minus signs, quotes and spaces are errors. */
const isAscii = (text: string) => /^[\n -~]*$/.test(text);
const codeFaults = ({ where, code }: Passage) =>
  code.filter((piece) => !isAscii(piece)).map((piece) => `${where}: “${piece}”: code is ASCII`);

const sources = manualPages().flatMap(({ path, sources }) =>
  languages.flatMap((lang) => {
    const source = sources[lang];
    return source === undefined ? [] : [{ lang, source, file: `content/docs/${lang}/${path}` }];
  }),
);

describe.each(sources)('$file', ({ lang, source, file }) => {
  const passages = mdxPassages(lang, file, source);

  test('is set as its language sets type, in the words of the glossary', () => {
    expect(faults(passages)).toEqual([]);
  });

  test('spells out no number or version that a component shows', () => {
    expect(faults(passages, facts)).toEqual([]);
  });

  test('has code in ASCII', () => {
    expect(mdxCode(source).filter(({ code }) => !isAscii(code))).toEqual([]);
  });
});

test.each(
  globSync('content/{*,{calls,cures,structs,libraries,errnos}/*,{examples,goals}/*/*}.yaml').sort(),
)('%s is set as its languages set type', (file) =>
  expect(faults(localizedPassages(file, parse(read(file))))).toEqual([]),
);

test.each(languages)('the interface in %s is set as its language sets type', (lang) => {
  const file = `content/i18n/${lang}.json`;
  const strings = JSON.parse(read(file)) as Record<string, string>;
  expect(faults(interfacePassages(lang, file, strings))).toEqual([]);
});

test.each(globSync('content/{examples,goals}/*/*.{c,cc,ts}'))('%s is ASCII', (file) => {
  expect(isAscii(read(file)), basename(file)).toBe(true);
});

test.each([...wording, ...facts])('$advice: not “$wrong”', (rule) => {
  const [lang = 'en'] = rule.langs;
  expect(faultsIn(passageOf(lang, 'wrong', rule.wrong), [rule])).not.toEqual([]);
  expect(faultsIn(passageOf(lang, 'right', rule.right), [rule])).toEqual([]);
});
