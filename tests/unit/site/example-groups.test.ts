import { expect, it } from 'vitest';
import { exampleGroups, type GalleryEntry } from '../../../site/facts/example-groups.ts';

const entry = (id: string, proves: string[] = []): GalleryEntry => ({
  id,
  facts: { proves } as never,
});
const pageOf = (id: string) => `man2/${id.split('-')[0]}`;

it('groups stand in the order of the pages, and what is not named comes after', () => {
  const groups = exampleGroups([entry('z-1'), entry('b-1'), entry('a-1')], pageOf, [
    'man2/b',
    'man2/a',
  ]);
  expect(groups.map(({ page, name }) => [page, name])).toEqual([
    ['man2/b', 'b'],
    ['man2/a', 'a'],
    ['man2/z', 'z'],
  ]);
});

it('lessons come before errors, and each keeps its place among its own', () => {
  const [group] = exampleGroups(
    [entry('a-error', ['a#x']), entry('a-first'), entry('a-other', ['a#y']), entry('a-second')],
    pageOf,
    [],
  );
  expect(group?.entries.map(({ id }) => id)).toEqual(['a-first', 'a-second', 'a-error', 'a-other']);
});

it('an example that no page shows is not lost silently', () => {
  const lost = () => {
    throw new Error('No page shows the example x.');
  };
  expect(() => exampleGroups([entry('x')], lost, [])).toThrow('No page shows');
});
