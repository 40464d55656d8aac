import { describe, expect, test } from 'vitest';
import { editDistance } from '../../../site/words/edit-distance.ts';
import { entryMatcher } from '../../../site/search/client/match-entries.ts';
import { searchEntries } from '../../../site/search/search-entries.ts';
import { factsOfFiles } from './facts-of-files.ts';

const find = entryMatcher(searchEntries(factsOfFiles('fr'), 'fr'));
const first = (typed: string) => find(typed)[0];

describe('an errno', () => {
  test.each(['EINVAL', 'einval', '-EINVAL', '22', '-22', 'errno 22', 'errno=22', 'errno EINVAL'])(
    'is found as “%s”',
    (typed) => expect(first(typed)).toMatchObject({ kind: 'errno', name: 'EINVAL' }),
  );

  test('leads to its place in the index of errnos first', () => {
    expect(first('einval')?.href).toBe('/fr/errnos/#einval');
  });

  test('leads to its place on the page of each call that gives it', () => {
    expect(find('einval').map(({ href }) => href)).toContain('/fr/man2/io_setup/#einval');
  });

  test('is narrowed to one call by the name of the call', () => {
    const found = find('io_setup EINVAL');
    expect(found[0]?.href).toBe('/fr/man2/io_setup/#einval');
    expect(new Set(found.map(({ page }) => page))).toEqual(new Set(['io_setup(2)']));
  });
});

describe('a call', () => {
  test.each(['io_submit', 'io_submit(2)', 'io_submit()', '209'])('is found as “%s”', (typed) => {
    expect(first(typed)).toMatchObject({ kind: 'page', name: 'io_submit' });
  });

  test.each(['io_submt', 'iosubmit', 'io_sumbit', 'io_sbumitt'])(
    'is found in spite of the typo in “%s”',
    (typed) => expect(first(typed)).toMatchObject({ name: 'io_submit' }),
  );
});

test.each(['IOCB_CMD_PREAD', 'IO_CMD_PREAD', 'RWF_NOWAIT', 'nowait'])(
  'a constant is found as “%s”',
  (typed) => expect(first(typed)).toMatchObject({ kind: 'constant' }),
);

test.each([
  ['aio_lio_opcode', '/fr/man2type/iocb/#field-aio_lio_opcode'],
  ['struct iocb', '/fr/man2type/iocb/'],
  ['ctx_idp', '/fr/man2/io_setup/#param-ctx_idp'],
  ['einval-nr-zero', '/fr/man2/io_setup/#einval-nr-zero'],
])('“%s” leads to %s', (typed, href) => expect(first(typed)?.href).toBe(href));

test.each(['', ' ', '-', 'xy', 'elephant'])('“%s” names nothing', (typed) => {
  expect(find(typed)).toEqual([]);
});

test('a number is not the beginning of another', () => {
  expect(find('2').filter(({ kind }) => kind === 'errno')).toEqual([]);
});

test.each([
  ['io_submt', 'io_submit', 1],
  ['io_sumbit', 'io_submit', 1],
  ['einval', 'einval', 0],
  ['', 'abc', 3],
])('“%s” is as far from “%s” as %i letters', (from, to, distance) => {
  expect(editDistance(from, to)).toBe(distance);
});
