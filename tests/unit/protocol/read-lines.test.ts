import { describe, expect, it } from 'vitest';
import { readLines } from '../../../playground-server/protocol/read-lines.ts';

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

  it('leaves empty lines out', async () => {
    expect(await Array.fromAsync(readLines(streamOf(bytes('a\n\n\nb\n'))))).toEqual(['a', 'b']);
  });

  it('gives up on a line that is longer than agreed, and tells the sender', async () => {
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytes('aaaa')),
      cancel: () => void (isCancelled = true),
    });
    await expect(Array.fromAsync(readLines(endless, 10))).rejects.toThrow(
      'a line of the answer is longer than 10 characters',
    );
    expect(isCancelled).toBe(true);
    expect(await Array.fromAsync(readLines(streamOf(bytes('0123456789\n')), 10))).toEqual([
      '0123456789',
    ]);
  });
});
