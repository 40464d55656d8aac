import { type EditorColumn, editorColumns } from './editor-column.ts';

/**
 * A snippet as its diagnostics are placed in it. Made once for all of them: there may be thousands,
 * in a snippet of thousands of lines.
 */
export interface SnippetText {
  lines: readonly string[];
  column: EditorColumn;
  /** Line of the #include that names this header; 0 where another header brought it in. */
  includeLine(header: string): number;
}

const include = /^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]/;

export function snippetText(source: string): SnippetText {
  const lines = source.split('\n');
  const includes = lines.flatMap((text, index) => {
    const name = include.exec(text)?.[1];
    return name === undefined ? [] : [{ ending: `/${name}`, line: index + 1 }];
  });
  return {
    lines,
    column: editorColumns(lines),
    includeLine: (header) => includes.find(({ ending }) => header.endsWith(ending))?.line ?? 0,
  };
}
