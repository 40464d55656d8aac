import { expect, it } from 'vitest';
import { compareReleases, seriesOf } from '../../../site/facts/recordings/kernel-release.ts';
import { kernelSpan } from '../../../site/recordings/kernel-span.ts';
import { seenText } from '../../../site/recordings/seen-text.ts';
import type { Sighting } from '../../../site/recordings/sightings.ts';
import { wordsOf } from '../../../site/words/words-of.ts';

const kernels = ['5.10', '6.1', '6.12', '6.18', '7.2'];
const seenOn = (...seen: string[]): Sighting[] =>
  kernels.map((kernel) => ({ kernel, isSeen: seen.includes(kernel), isTooOld: false }));
const english = wordsOf('en');
const textOf = (seen: Sighting[], since: string | null = null) =>
  seenText(seen, since, english)?.short;

it('releases are in the order of their numbers, not of their letters', () => {
  expect(['6.12', '7.2', '6.1', '5.10', '6.1.3', '2.6.22'].sort(compareReleases)).toEqual([
    '2.6.22',
    '5.10',
    '6.1',
    '6.1.3',
    '6.12',
    '7.2',
  ]);
  expect(seriesOf('6.18.44-fc-v782')).toBe('6.18');
});

it('what was seen on all kernels is named by the oldest and the newest', () => {
  expect(textOf(seenOn(...kernels))).toBe('Linux 5.10–7.2');
});

it('what was seen on one kernel is named by it', () => {
  expect(textOf([{ kernel: '6.18', isSeen: true, isTooOld: false }])).toBe('Linux 6.18');
});

it('a kernel on which it was not seen breaks the row', () => {
  expect(textOf(seenOn('5.10', '6.1', '6.18', '7.2'))).toBe('Linux 5.10–6.1, 6.18–7.2');
});

it('what was seen on no kernel is not claimed', () => {
  expect(kernelSpan(seenOn())).toBeNull();
  expect(textOf(seenOn())).toBeUndefined();
});

it.each([
  ['between a kernel without it and the first that has it', seenOn('6.12', '6.18', '7.2'), '6.9'],
  ['the first that has it', seenOn('6.18', '7.2'), '6.18'],
])('the release with which it came is told where it is %s', (_, seen, since) => {
  expect(textOf(seen, since)).toBe(`since Linux ${since}`);
});

it.each([
  ['the recordings contradict it', seenOn('6.18', '7.2'), '6.9', 'Linux 6.18–7.2'],
  ['no kernel before it was tried', seenOn(...kernels), '4.18', 'Linux 5.10–7.2'],
  ['it is gone again', seenOn('6.12', '6.18'), '6.9', 'Linux 6.12–6.18'],
])('but not where %s', (_, seen, since, text) => {
  expect(textOf(seen, since)).toBe(text);
});

it('every kernel that was tried is told in full, in each language', () => {
  const seen = seenOn('6.12', '6.18', '7.2');
  expect(seenText(seen, null, english)?.whole).toBe(
    'In the recordings on Linux 6.12, 6.18, and 7.2, not in those on 5.10 and 6.1',
  );
  expect(seenText(seen, null, wordsOf('fr'))?.whole).toContain('5.10 et 6.1');
  expect(seenText(seen, null, wordsOf('ru'))?.whole).toContain('5.10 и 6.1');
});

it('of a kernel from before there was such a thing, nothing is said', () => {
  const seen = seenOn('6.18', '7.2').map((one) => ({ ...one, isTooOld: !one.isSeen }));
  expect(seenText(seen, '6.14', english)).toEqual({
    short: 'since Linux 6.14',
    whole: 'In the recordings on Linux 6.18 and 7.2',
  });
});
