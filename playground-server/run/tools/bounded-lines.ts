const newline = 0x0a;

export interface LineReader {
  line(text: string): void;
  /** Called once, for the first line that is too long; nothing follows. */
  tooLong(): void;
}

/**
 * Returns a function that takes the bytes of a pipe as they come and passes them on line by line.
 * @param maxBytes of one line; a longer one is not kept in memory
 */
export function boundedLines(maxBytes: number, reader: LineReader): (bytes: Uint8Array) => void {
  let parts: Uint8Array[] = [];
  let size = 0;

  return (bytes) => {
    let rest = bytes;
    while (size <= maxBytes) {
      const end = rest.indexOf(newline);
      const part = end < 0 ? rest : rest.subarray(0, end);
      size += part.length;
      if (size > maxBytes) {
        parts = [];
        return reader.tooLong();
      }
      parts.push(part);
      if (end < 0) return;
      const line = Buffer.concat(parts).toString();
      [parts, size, rest] = [[], 0, rest.subarray(end + 1)];
      reader.line(line);
    }
  };
}
