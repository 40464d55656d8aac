import { describe, expect, it } from 'vitest';
import { readLines } from '../../../site/playground/client/read-lines.ts';

const streamOf = (...chunks: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readLines', () => {
  it('gives the lines of a chunk', async () => {
    expect(await Array.fromAsync(readLines(streamOf(bytes('a\nb\n'))))).toEqual(['a', 'b']);
  });

  it('joins a line that came in several chunks', async () => {
    const stream = streamOf(bytes('{"a"'), bytes(':1}'), bytes('\n{"b":2}\n'));
    expect(await Array.fromAsync(readLines(stream))).toEqual(['{"a":1}', '{"b":2}']);
  });

  it('keeps characters whose bytes are split between chunks', async () => {
    const text = 'é — ввод 😀\n';
    const each = [...bytes(text)].map((byte) => Uint8Array.of(byte));
    expect(await Array.fromAsync(readLines(streamOf(...each)))).toEqual(['é — ввод 😀']);
  });

  it('gives a last line that has no line feed', async () => {
    expect(await Array.fromAsync(readLines(streamOf(bytes('a\nb'))))).toEqual(['a', 'b']);
  });
});
