import { expect, it } from 'vitest';
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
