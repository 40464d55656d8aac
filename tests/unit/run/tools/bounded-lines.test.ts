import { expect, it } from 'vitest';
import { boundedLines } from '../../../../playground-server/run/tools/bounded-lines.ts';

/** Everything that is told of these chunks, at most ten bytes a line. */
function told(...chunks: string[]): string[] {
  const all: string[] = [];
  const push = boundedLines(10, {
    line: (text) => all.push(text),
    tooLong: () => all.push('(too long)'),
  });
  for (const chunk of chunks) push(Buffer.from(chunk));
  return all;
}

it('hands on lines, however the bytes come', () => {
  expect(told('one\ntwo\n')).toEqual(['one', 'two']);
  expect(told('o', 'n', 'e\nt', 'wo\n\n')).toEqual(['one', 'two', '']);
  expect(told('begun')).toEqual([]);
});

it('joins a character that came in two parts', () => {
  const lines: string[] = [];
  const push = boundedLines(10, { line: (text) => lines.push(text), tooLong: () => undefined });
  for (const byte of Buffer.from('né\n')) push(Uint8Array.of(byte));
  expect(lines).toEqual(['né']);
});

it('stops at a line that is too long, whether or not it ends', () => {
  expect(told('0123456789\n')).toEqual(['0123456789']);
  expect(told('0123456789a\nnext\n')).toEqual(['(too long)']);
  expect(told('one\n01234', '56789', 'abc', 'def\nnext\n')).toEqual(['one', '(too long)']);
});
