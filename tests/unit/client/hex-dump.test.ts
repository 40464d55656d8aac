import { expect, it } from 'vitest';
import { hexDump } from '../../../site/playground/view/tape/hex-dump.ts';

const rows = (text: string) =>
  hexDump(Buffer.from(text, 'latin1').toString('hex'))
    .markup.replace(/<\/?pre[^>]*>/g, '')
    .split('\n');

it('lays data out in rows of eight, with the characters that can be seen', () => {
  expect(rows('hello, world\n')).toEqual([
    '00  68 65 6c 6c 6f 2c 20 77  hello, w',
    '08  6f 72 6c 64 0a           orld.',
  ]);
});

it('shows what would be markup as characters', () => {
  expect(rows('<b>&')[0]).toMatch(/^00  3c 62 3e 26 +&#60;b&#62;&#38;$/);
});
