import { expect, test } from 'vitest';
import { errnoEntriesOf, partsOf, topicsOf } from '../../../site/facts/topics.ts';

const mdx = `
<Section id="description">
<Topic id="calls" title="One function for each call" />
</Section>
<Section id="notes">
<Topic id="names" title="Names and types" />
<Example id="io_setup-first" />
</Section>
<ErrnoEntry errno="EAGAIN">`;

test('finds the headings and examples of one section and of no other', () => {
  expect(topicsOf(mdx, 'notes')).toEqual([
    { kind: 'heading', id: 'names', title: 'Names and types' },
    { kind: 'example', id: 'io_setup-first' },
  ]);
  expect(topicsOf(mdx, 'bugs')).toEqual([]);
});

test('finds the errnos that have an entry', () => {
  expect(errnoEntriesOf(mdx)).toEqual(['EAGAIN']);
});

test('finds the headings of a page that has no sections', () => {
  const guide = 'Text.\n\n<h2 id="own-code">Your own code</h2>\n\nText, `<h2 id="a">no</h2>`.';
  expect(partsOf(guide)).toEqual([{ id: 'own-code', title: 'Your own code' }]);
});
