import { describe, expect, it } from 'vitest';
import { draftHash, draftOf, keptDrafts, newDraft } from '../../../site/playground/page/drafts.ts';
import { starterOf, starters } from '../../../site/playground/page/starters.ts';

it.each(starters)('a reader can start over in $name', (starter) => {
  expect(starterOf(`#new-${starter.id}`)).toBe(starter);
  expect(starter.source).toContain('io_setup');
});

it('libaio is one of the ways, since it links', () => {
  expect(starters.map(({ name }) => name)).toEqual(['C', 'libaio', 'C++', 'TypeScript']);
});

it.each(['', '#new-', '#new-basic', '#new-constructor', '#new-c ', '#einval'])(
  'a fragment that names no starter is left alone: %j',
  (hash) => {
    expect(starterOf(hash)).toBeNull();
  },
);

describe('a draft', () => {
  const [c, libaio] = starters as [(typeof starters)[number], (typeof starters)[number]];

  it('has an address of its own, which leads to it again', () => {
    const [one, other] = [newDraft(libaio, 1e12), newDraft(libaio, 1e12 + 1)];
    expect(draftHash(one)).not.toBe(draftHash(other));
    expect(draftOf(draftHash(one))).toEqual(one);
  });

  it.each(['#d.', '#d.draft-basic-k3', '#d.draft-c-', '#d.io_setup-first', '#v1.abc'])(
    'is not what %j asks for',
    (hash) => expect(draftOf(hash)).toBeNull(),
  );

  it('is named after the comment at its top, and found among the edits of examples', () => {
    const edit = (key: string, source: string) => ({ key, source, savedAtMs: 1 });
    const drafts = keptDrafts([
      edit('draft-c-k3/c', '// Two contexts\nint main(void) {}'),
      edit('io_setup-first/c', '// an example'),
      edit('new-c/c', 'int main(void) {}'),
    ]);
    expect(drafts.map(({ id, title, starter }) => [id, title, starter])).toEqual([
      ['draft-c-k3', 'Two contexts', c],
      ['new-c', null, c],
    ]);
  });
});
