import { spawnSync } from 'node:child_process';
import { markdownToMdast } from 'satteri';
import { describe, expect, it, test } from 'vitest';
import { componentRules } from '../../../../site/export/component-rules.ts';
import { renderers } from '../../../../site/export/formats.ts';
import { wordsOf } from '../../../../site/words/words-of.ts';
import { languages } from '../../../../site/facts/localized.ts';
import { writeDocument } from '../../../../site/export/write-document.ts';
import { manualOfFiles } from './manual-of-files.ts';

const manual = manualOfFiles();
const pages = manual.pages.map((page) => ({ at: `${page.lang}/${page.path}`, page }));
interface Exported {
  facts: unknown;
  examples: { snippets: { source: string }[] }[];
  sections: unknown[];
}

const hasMandoc = spawnSync('mandoc', ['-Tlint', '/dev/null']).error === undefined;

const withoutMandoc = 'mandoc is not here; npm test installs it, or: apt-get install mandoc';

const mandoc = (options: string[], input: string): string =>
  spawnSync('mandoc', options, { input, encoding: 'utf8' }).stdout;

describe.each(pages)('$at', ({ page }) => {
  const document = writeDocument(manual, page);
  const write = (format: keyof typeof renderers) => renderers[format](document, manual, page);

  it('is a man page that mandoc has no warnings about', ({ skip }) => {
    skip(!hasMandoc, withoutMandoc);
    expect(mandoc(['-Tlint', '-W', 'warning'], write('roff'))).toBe('');
  });

  it('prints as a man page with its sections in its own language', ({ skip }) => {
    skip(!hasMandoc, withoutMandoc);
    const printed = mandoc(['-Tutf8', '-O', 'width=78'], write('roff')).replace(/.\x08/g, '');
    const headings = printed.split('\n').filter((line) => /^\p{Lu}/u.test(line));
    const titles = document.sections.map(({ title }) => title.toLocaleUpperCase(page.lang));
    expect(headings).toEqual(titles);
    expect(printed).not.toMatch(/\\[f(e&]|undefined|\[object/);
  });

  it('is text of 78 columns, but for code', () => {
    const prose = write('text').split('\n');
    expect(prose[0]).toMatch(new RegExp(`^${document.name}\\(.+ ${document.name}\\(\\d\\w*\\)$`));
    const long = prose.filter((line) => [...line].length > 78 && !/[=;{}→]|https?:/.test(line));
    expect(long).toEqual([]);
    expect(prose.join('\n')).not.toMatch(/undefined|\[object/);
    expect(prose.join(' ')).not.toMatch(/(https?:\S+)\s+<\1>/);
  });

  it('is Markdown with the headings of its sections', () => {
    const tree = markdownToMdast(write('markdown'));
    const headings = ('children' in tree ? tree.children : [])
      .filter((node) => node.type === 'heading' && node.depth === 2)
      .map((node) =>
        'children' in node && node.children[0] && 'value' in node.children[0]
          ? node.children[0].value
          : '',
      );
    expect(headings).toEqual(document.sections.map(({ title }) => title));
  });

  it('is JSON that states its facts, and text that states every condition of its call', () => {
    const { facts, examples, sections } = JSON.parse(write('json')) as Exported;
    const call = manual.calls.get(page.call ?? '');
    const { struct, library } = page;
    const known = manual.structs.get(struct ?? '') ?? manual.libraries.get(library ?? '');
    expect(facts).toEqual(call ?? known ?? null);
    expect(sections).toHaveLength(document.sections.length);
    const text = write('text');
    for (const { id } of call?.conditions ?? []) expect(text).toContain(`#${id}`);
    for (const { snippets } of examples) expect(snippets[0]?.source).toContain('main(');
  });
});

test('every component of the pages is put into words', () => {
  const used = manual.pages.flatMap(({ body }) =>
    Array.from(body.matchAll(/^import (\w+) from '[^']*\.astro';$/gm), ([, name]) => name),
  );
  const known = ['Section', ...Object.keys(componentRules)];
  expect([...new Set(used)].filter((name) => !known.includes(name ?? ''))).toEqual([]);
});

test('every format has a name in every language', () => {
  for (const lang of languages) {
    for (const format of Object.keys(renderers))
      expect(wordsOf(lang).knows(`alternates.${format}`)).toBe(true);
  }
});
