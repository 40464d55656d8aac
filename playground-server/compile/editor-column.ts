/** Converts gcc's columns, bytes of UTF-8 from 1, to the editor's: UTF-16 units from 1. */
export type EditorColumn = (line: number, byteColumn: number) => number;

/** For the lines of one snippet. A column past the end of its line stays past the end. */
export function editorColumns(source: string): EditorColumn {
  const lines = source.split('\n');
  return (line, byteColumn) => {
    const bytes = Buffer.from(lines[line - 1] ?? '', 'utf8');
    const before = bytes.subarray(0, byteColumn - 1).toString('utf8').length;
    return before + 1 + Math.max(0, byteColumn - 1 - bytes.length);
  };
}
