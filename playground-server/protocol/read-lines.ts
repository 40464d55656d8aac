/**
 * Five times what the longest event takes: 256 KiB of output, of which every byte may take six
 * characters of JSON.
 */
export const longestLine = 8 * 2 ** 20;

/**
 * Yields whole lines of a byte stream, however the network divides it: chunks may end in the middle
 * of a line or of a UTF-8 sequence. A last line without a line feed is yielded too, empty lines are
 * not. Throws when a line is longer than `most` characters. The stream is then cancelled, as it is
 * when the caller stops early.
 */
export async function* readLines(
  bytes: ReadableStream<Uint8Array>,
  most = longestLine,
): AsyncGenerator<string> {
  for await (const lines of readLineGroups(bytes, most)) yield* lines;
}

/** The same, as many at a time as came together. */
export async function* readLineGroups(
  bytes: ReadableStream<Uint8Array>,
  most = longestLine,
): AsyncGenerator<readonly string[]> {
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
      if (lines.some(({ length }) => length > most)) throw new RangeError(tooLong(most));
      rest = lines.pop() ?? '';
      yield lines.filter((line) => line !== '');
      if (done) break;
    }
    if (rest !== '') yield [rest];
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

const tooLong = (most: number): string =>
  `a line of the answer is longer than ${most} characters, so it is no event`;
