import { expect, it } from 'vitest';
import { markdownSections } from '../../../site/assistant/markdown-sections.ts';
import { readOtherPage } from '../../../site/assistant/read-other-page.ts';
import { conditionText } from '../../../site/assistant/condition-text.ts';
import { readPage, type BuiltPage } from '../../../site/assistant/read-page.ts';
import type { Block, ListItem } from '../../../site/export/document.ts';

const says = (text: string): Block => ({ kind: 'paragraph', children: [{ kind: 'text', text }] });
const list = (...items: ListItem[]): Block => ({ kind: 'list', ordered: false, items });

const page: BuiltPage = {
  lang: 'en',
  name: 'io_setup',
  volume: '2',
  title: 'io_setup(2)',
  description: 'Create a context.',
  url: 'https://man.example/en/man2/io_setup/',
  modified: '2026-11-01T00:00:00Z',
  subject: '',
  facts: null,
  sections: [
    { id: 'name', title: 'Name', blocks: [says('The name.')] },
    {
      id: 'errors',
      title: 'Errors',
      blocks: [
        list({ id: null, blocks: [list({ id: 'einval-nr', blocks: [says('It is zero.')] })] }),
      ],
    },
  ],
};

it.each([
  'io_setup',
  ' io_setup(2) ',
  '/en/man2/io_setup/',
  '/en/man2/io_setup.md',
  'https://elsewhere.example/en/man2/io_setup/#errors',
])('a page is found as %s', (name) => {
  const read = readPage([page], name, undefined);
  expect(read).toMatchObject({ kind: 'page', sections: ['Name', 'Errors'] });
});

it('one section of a page is asked for by its heading or its id', () => {
  for (const section of ['Errors', 'errors ']) {
    const read = readPage([page], 'io_setup', section);
    expect(read.kind === 'page' && read.markdown).toContain('## Errors\n\n');
    expect(read.kind === 'page' && read.markdown).not.toContain('## Name');
  }
});

it('what there is not is answered by what there is', () => {
  expect(readPage([page], 'open', undefined)).toEqual({ kind: 'unknown', pages: ['io_setup(2)'] });
  expect(readPage([page], 'io_setup', 'Bugs')).toEqual({
    kind: 'section-unknown',
    sections: ['Name', 'Errors'],
  });
});

it('an error condition is found however deep it stands', () => {
  expect(conditionText([page], 'io_setup', 'einval-nr')).toBe('It is zero.\n');
  expect(conditionText([page], 'io_setup', 'eagain')).toBeNull();
});

const markdown =
  '# Learn\n\n> A lesson.\n\n## [The *code*](https://a.example/)\n\n```c\n## no heading\n```\n\n## Then\n\nIt ends.\n';
const others = [
  { name: '', markdown: () => Promise.resolve('# Home\n') },
  { name: 'learn/a-read', markdown: () => Promise.resolve(markdown) },
];

it.each(['learn/a-read', '/en/learn/a-read/', 'https://elsewhere.example/en/learn/a-read.md#then'])(
  'a page outside of the manual is found as %s',
  async (name) => {
    const read = await readOtherPage(others, 'en', name, undefined);
    expect(read).toEqual({ kind: 'page', markdown, sections: ['The code', 'Then'] });
  },
);

it('the first page is found by its address alone', async () => {
  expect(await readOtherPage(others, 'en', '/en/', undefined)).toMatchObject({ kind: 'page' });
  expect(await readOtherPage(others, 'en', '', undefined)).toMatchObject({ kind: 'unknown' });
});

it('a section of such a page comes with its title, and what it has is told', async () => {
  const read = await readOtherPage(others, 'en', 'learn/a-read', 'then');
  expect(read).toMatchObject({ markdown: '# Learn\n\n> A lesson.\n\n## Then\n\nIt ends.\n' });
  expect(await readOtherPage(others, 'en', 'learn/a-read', 'The')).toMatchObject({ kind: 'page' });
  expect(await readOtherPage(others, 'en', 'learn/a-read', 'x')).toMatchObject({
    kind: 'section-unknown',
    sections: ['The code', 'Then'],
  });
});

it('a heading in a block of code divides nothing', () => {
  expect(markdownSections(markdown).map(({ title }) => title)).toEqual([null, 'The code', 'Then']);
});
