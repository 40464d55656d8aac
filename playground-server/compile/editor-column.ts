/** Converts gcc's columns (UTF-8 bytes, from 1) to the editor's (UTF-16 units, from 1). */
export type EditorColumn = (line: number, byteColumn: number) => number;

/**
 * Converts columns in the lines of one snippet. A column past the end of its line stays past it.
 */
export function editorColumns(lines: readonly string[]): EditorColumn {
  const encoded = new Map<number, Buffer>();
  const bytesOf = (line: number): Buffer => {
    const bytes = encoded.get(line) ?? Buffer.from(lines[line - 1] ?? '', 'utf8');
    encoded.set(line, bytes);
    return bytes;
  };
  return (line, byteColumn) => {
    const bytes = bytesOf(line);
    const isAscii = bytes.length === lines[line - 1]?.length;
    if (isAscii) return byteColumn;
    const before = bytes.subarray(0, byteColumn - 1).toString('utf8').length;
    return before + 1 + Math.max(0, byteColumn - 1 - bytes.length);
  };
}
