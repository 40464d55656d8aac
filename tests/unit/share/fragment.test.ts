import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { maxSourceBytes, type Conditions } from '../../../playground-server/protocol/index.ts';
import { decodeFragment } from '../../../site/share/decode-fragment.ts';
import { encodeSnippet } from '../../../site/share/encode-snippet.ts';
import type { SharedSnippet } from '../../../site/share/shared-snippet.ts';
import { Random } from '../../fuzz/random.ts';

const snippet: SharedSnippet = { language: 'c', source: 'int main(void) { return 0; }\n' };

/** A fragment as anybody else would write it: with zlib's own bindings. */
const fragmentOf = (json: unknown, compress: (text: string) => Buffer = deflateSync): string =>
  `#v1.${compress(JSON.stringify(json)).toString('base64url')}`;

function printable(length: number): string {
  const random = new Random(1);
  return random.times(length, () => String.fromCharCode(33 + random.below(94))).join('');
}

const roundTrip = async (shared: SharedSnippet) => decodeFragment(await encodeSnippet(shared));
const isSnippet = (shared: SharedSnippet) => ({
  kind: 'snippet',
  snippet: shared,
  unknownConditions: [],
});

describe('a link gives back what was shared', () => {
  const alphabets: ((random: Random) => number)[] = [
    (random) => random.below(0x80),
    (random) => 0x400 + random.below(0x100),
    (random) => random.below(0xffff),
    (random) => 0x1f300 + random.below(0x300),
  ];

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('whatever it is made of (seed %i)', async (seed) => {
    const random = new Random(seed);
    for (let round = 0; round < 50; round++) {
      const alphabet = random.pick(alphabets);
      const length = random.below(random.pick([4, 200, 5000]));
      const source = random.times(length, () => String.fromCodePoint(alphabet(random))).join('');
      const conditions: Conditions = random.oneIn(2)
        ? { addressSpaceMiB: 8 + random.below(1000), scratch: random.pick(['tmpfs', 'disk']) }
        : { refuse: { io_setup: random.pick(['ENOSYS', 'EPERM']) } };
      const shared: SharedSnippet = {
        language: 'c',
        source,
        ...(random.oneIn(2) && { conditions }),
        ...(random.oneIn(2) && { example: 'io_setup-first' }),
      };
      expect(await roundTrip(shared)).toEqual(isSnippet(shared));
    }
  });

  it.each([
    ['64 KiB that barely compress', printable(maxSourceBytes)],
    ['64 KiB of what JSON writes longest', '\u0001'.repeat(maxSourceBytes)],
    ['64 KiB of Cyrillic', 'ядро'.repeat(maxSourceBytes / 8)],
    ['half a surrogate pair', 'a\ud83d'],
    ['nothing', ''],
  ])('%s', async (_, source) => {
    expect(await roundTrip({ language: 'c', source })).toEqual(
      isSnippet({ language: 'c', source }),
    );
  });
});

it('a link is made of characters that every mail and chat program keeps together', async () => {
  const fragment = await encodeSnippet({ language: 'c', source: 'ядро «?»\n'.repeat(99) });
  expect(fragment).toMatch(/^v1\.[A-Za-z0-9_-]+$/);
});

it('no conditions and empty conditions are the same link', async () => {
  expect(await encodeSnippet({ ...snippet, conditions: {} })).toBe(await encodeSnippet(snippet));
});

it('version 1 as it was first published can still be read', async () => {
  const published =
    'v1.eJyrVspJzEsvTUxPVbJSSlbSUSrOLy1KBnEy80oUchMz8zTK8jNTNBWqFYpSS0qL8hQMrBVqY_KUagE5GRNB';
  expect(await decodeFragment(published)).toEqual(isSnippet(snippet));
});

describe('a link of another release', () => {
  it('with a later version is named, not taken for a damaged one', async () => {
    expect(await decodeFragment('#v2.abc')).toEqual({ kind: 'unknown-version', version: 'v2' });
    expect(await decodeFragment('#v10.')).toEqual({ kind: 'unknown-version', version: 'v10' });
  });

  it('with another language keeps its text', async () => {
    const source = 'PRINT 1';
    expect(await decodeFragment(fragmentOf({ language: 'basic', source }))).toEqual({
      kind: 'unknown-language',
      language: 'basic',
      source,
    });
  });

  it('with a condition that is not known keeps those that are', async () => {
    const conditions = { scratch: 'disk', moon: 'full', refuse: { io_uring_enter: 'EPERM' } };
    expect(await decodeFragment(fragmentOf({ ...snippet, conditions }))).toEqual({
      kind: 'snippet',
      snippet: { ...snippet, conditions: { scratch: 'disk' } },
      unknownConditions: ['moon', 'refuse'],
    });
  });

  it('with a field that is not known is read without it', async () => {
    const fragment = fragmentOf({ ...snippet, theme: 'dark', example: '../../etc' });
    expect(await decodeFragment(fragment)).toEqual(isSnippet(snippet));
  });
});

describe('what is no link of ours', () => {
  it.each(['', '#', '#einval-nr-zero', '#v1', '#vx.abc', '#V1.abc'])(
    '%o is left to the page',
    async (fragment) => {
      expect(await decodeFragment(fragment)).toEqual({ kind: 'other' });
    },
  );

  const whole = fragmentOf(snippet);
  it.each([
    ['cut off', whole.slice(0, -6)],
    ['cut down to its version', '#v1.'],
    [
      'with one character changed',
      whole.replace(/.{8}$/, (end) => `${end[0] === 'A' ? 'B' : 'A'}${end.slice(1)}`),
    ],
    ['with characters of no alphabet', `${whole}%3D`],
    ['without the checksum', fragmentOf(snippet, deflateRawSync)],
    ['that holds no JSON', `#v1.${deflateSync('int main').toString('base64url')}`],
    [
      'that holds no UTF-8',
      `#v1.${deflateSync(Buffer.from([0x22, 0xff, 0x22])).toString('base64url')}`,
    ],
    ['that holds a list', fragmentOf([snippet])],
    ['without a source', fragmentOf({ language: 'c' })],
    ['whose source is a number', fragmentOf({ language: 'c', source: 1 })],
  ])('a link %s is damaged', async (_, fragment) => {
    expect(await decodeFragment(fragment)).toEqual({ kind: 'damaged' });
  });
});

it('a kernel is carried along, and what cannot be the name of one is not', async () => {
  const own = { ...snippet, kernel: '6.1' };
  expect(await decodeFragment(await encodeSnippet(own))).toMatchObject({ snippet: own });
  const strange = await decodeFragment(fragmentOf({ ...snippet, kernel: '../6.1' }));
  expect(strange).toMatchObject({ kind: 'snippet', snippet });
  expect(strange.kind === 'snippet' && strange.snippet.kernel).toBeUndefined();
});
