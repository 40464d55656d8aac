import { expect, test } from 'vitest';
import { builtPages } from './manual/built-pages.ts';

const pages = builtPages().flatMap(({ path, headings, contents }) =>
  contents ? [{ path, headings, contents }] : [],
);

test.each(pages)('the contents of $path name every part of it', ({ headings, contents }) => {
  expect(contents).toEqual(expect.arrayContaining(headings));
});

test('the guides have parts, too', () => {
  const parted = pages.filter(({ headings }) => headings.length > 0).map(({ path }) => path);
  expect(parted).toEqual(expect.arrayContaining(['/en/io-uring/', '/en/typescript/']));
});
