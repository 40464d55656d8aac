import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publishedComplaints } from '../../scripts/freshness/published-complaints.ts';
import { publishedIn, releasesOf } from '../../site/facts/published-in.ts';
import { releaseNames } from '../../site/facts/published-release-table.ts';

const texts = globSync('content/{docs/**/*.mdx,**/*.yaml,i18n/*.json}');

test.each(texts)('%s names no release of man-pages: the table has them', (file) => {
  expect(readFileSync(file, 'utf8')).not.toMatch(/man-pages[\s\u00a0]+\d/);
});

describe('a statement about the published pages', () => {
  test('applies to every release that was read, unless it says otherwise', () => {
    expect(releasesOf({})).toEqual(releaseNames);
    expect(releasesOf({ from: '6.18' })).toEqual(['6.18']);
    expect(releasesOf({ until: '6.18' })).toEqual(['6.03']);
  });

  test('lists its releases as its language does', () => {
    expect(publishedIn('fr')).toBe('6.03 et 6.18');
    expect(publishedIn('ru', { from: '6.18' })).toBe('6.18');
  });

  test('is checked against the words of the page, wherever its lines break', () => {
    const row = { id: 'crash', has: ['segmentation fault'], lacks: ['EINTR'] };
    expect(publishedComplaints(row, 'may cause a segmentation\nfault')).toEqual([]);
    expect(publishedComplaints(row, '.B EINTR')).toEqual([
      'crash: no “segmentation fault” any more',
      'crash: “EINTR” is there',
    ]);
  });
});
