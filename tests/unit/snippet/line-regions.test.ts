import { expect, it } from 'vitest';
import { lineRegions } from '../../../playground-server/snippet/line-regions.ts';

const regions = (...lines: string[]) => lineRegions(lines, 'snippet.c');

it('is one region where nothing gives lines other names', () => {
  expect(regions('int a;', '#define line 5', '', '"#line 7"')).toEqual([
    { file: 'snippet.c', from: 1, named: 1, count: 4 },
  ]);
});

it('follows directives in each of their forms', () => {
  const found = regions(
    'a',
    '#line 40 "p.y"',
    'b',
    'c',
    '  # line 9',
    'd',
    '%: 3 "q.h" 1 3 4',
    'e',
  );
  expect(found).toEqual([
    { file: 'snippet.c', from: 1, named: 1, count: 1 },
    { file: 'p.y', from: 3, named: 40, count: 2 },
    { file: 'p.y', from: 6, named: 9, count: 1 },
    { file: 'q.h', from: 8, named: 3, count: 1 },
  ]);
});

it('passes over what stands in a comment', () => {
  expect(regions('/*', '#line 40', '*/ "/*"', '#line 7 /* here */', 'b').at(-1)).toEqual({
    file: 'snippet.c',
    from: 5,
    named: 7,
    count: 1,
  });
});

it('knows no line where only a preprocessor could tell', () => {
  expect(regions('#if 0', '#line 40', '#endif', 'b')).toEqual([]);
  expect(regions('#line NUMBER', 'b')).toEqual([]);
});
