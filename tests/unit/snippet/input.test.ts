import { describe, expect, it } from 'vitest';
import { typedWords, wordsOf } from '../../../playground-server/protocol/index.ts';
import { parseRunValue } from '../../../playground-server/snippet/parse-run-request.ts';

const answer = (fields: object) => {
  const parsed = parseRunValue({ language: 'c', source: '', ...fields });
  return parsed.kind === 'rejection' ? parsed.detail : parsed.kind;
};

describe('what a program is given', () => {
  it('may have 32 arguments of 4 KiB together, their ends among them', () => {
    expect(answer({ arguments: Array.from({ length: 32 }, () => 'x') })).toBe('request');
    expect(answer({ arguments: Array.from({ length: 33 }, () => 'x') })).toBe(
      '"arguments" may have 32 entries at most.',
    );
    expect(answer({ arguments: ['x'.repeat(4095)] })).toBe('request');
    expect(answer({ arguments: ['é'.repeat(2048)] })).toContain('have 4097 bytes; 4096');
  });

  it('has no zero byte in an argument, and no half of a character', () => {
    expect(answer({ arguments: ['a\0b'] })).toContain('zero byte');
    expect(answer({ stdin: '\ud800' })).toContain('half a surrogate');
    expect(answer({ stdin: '\0' })).toBe('request');
  });

  it('may read 64 KiB', () => {
    expect(answer({ stdin: 'x'.repeat(65_536) })).toBe('request');
    expect(answer({ stdin: 'x'.repeat(65_537) })).toContain('65536 are allowed');
  });
});

it.each([
  ['a  b', ['a', 'b']],
  ['"a b" c\\ d', ['a b', 'c d']],
  [`'\\' ""`, ['\\', '']],
  ['it"s', ['it"s']],
  ['  ', []],
])('%j are the words %j', (typed, words) => {
  expect(wordsOf(typed)).toEqual(words);
  expect(wordsOf(typedWords(words))).toEqual(words);
});
