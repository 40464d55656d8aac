import { describe, expect, test } from 'vitest';
import { uiLanguageTable } from '../../playground-server/protocol/index.ts';
import { readPage } from '../../scripts/freshness/read-page.ts';
import { errorGroups, type Shows } from '../../site/facts/error-groups.ts';
import { targetLanguages } from '../../site/facts/localized.ts';
import { sectionIds } from '../../site/facts/sections.ts';
import { staleTexts, textHashes } from '../../site/facts/text-hashes.ts';
import { attributesOf, mdxTree } from './manual/mdx-tree.ts';
import { manualPages, readCalls } from './manual/pages.ts';
import { componentsIn, skeletonOf, valuesIn } from './manual/skeleton.ts';

const pages = manualPages();
const calls = readCalls();
const complete = targetLanguages.filter((lang) => uiLanguageTable[lang].isComplete);

/** A page of a call has these, whatever else it has. */
const everyCallHas = [
  'name',
  'library',
  'synopsis',
  'description',
  'return-value',
  'errors',
  'standards',
  'history',
  'examples',
  'see-also',
];

describe.each(pages)('$path', ({ path, sources: { en, ...translations } }) => {
  test('is written in English, which the other languages translate', () => {
    expect(en, `content/docs/en/${path}`).toBeDefined();
  });

  test.each(Object.entries(translations))(
    'has the same structure in %s as in English',
    (_, source) => {
      expect(skeletonOf(source)).toEqual(skeletonOf(en ?? ''));
    },
  );
});

describe.each(calls)('$page', (call) => {
  const source = pages.find(({ path }) => path === `man2/${call.page}.mdx`)?.sources.en;
  const tree = mdxTree(source ?? '');

  test.runIf(source)('has the sections of a man page, in their order', () => {
    const sections = valuesIn(tree, 'Section', 'id');
    expect(sections).toEqual(sectionIds.filter((id) => sections.includes(id)));
    expect(sections).toEqual(expect.arrayContaining(everyCallHas));
  });

  test.runIf(source)('explains every parameter once, in the order of the prototype', () => {
    expect(valuesIn(tree, 'Param', 'name')).toEqual(call.parameters.map(({ name }) => name));
  });

  test.runIf(source)('states every condition once, under its errno, where it shows', () => {
    const stated = componentsIn(tree, 'ErrorGroup').map((group) => ({
      errno: attributesOf(group)['errno'],
      shows: attributesOf(group)['shows'] ?? 'return-value',
      conditions: valuesIn(group, 'ErrorCondition', 'id').sort(),
    }));
    const demanded = (['return-value', 'event-res'] satisfies Shows[]).flatMap((shows) =>
      errorGroups(call, shows).map(({ errno, conditions }) => ({
        errno,
        shows,
        conditions: conditions.map(({ id }) => id).sort(),
      })),
    );
    expect(stated).toEqual(demanded);
  });
});

describe.each(complete)('%s, declared complete', (lang) => {
  test.each(pages)('has $path, and notes which English texts it renders', ({ path, sources }) => {
    expect(sources[lang], `content/docs/${lang}/${path}`).toBeDefined();
    const english = Object.keys(textHashes(readPage(`content/docs/en/${path}`)));
    expect(Object.keys(readPage(`content/docs/${lang}/${path}`).renders)).toEqual(english);
  });

  test.each(pages)('$path is nowhere behind its English text, and nowhere says so', ({ path }) => {
    const english = readPage(`content/docs/en/${path}`);
    expect(staleTexts(english, readPage(`content/docs/${lang}/${path}`).renders)).toEqual([]);
  });
});
