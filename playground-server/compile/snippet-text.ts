import { lineInRegions, type LineRegion } from '../snippet/line-region.ts';
import { lineRegions } from '../snippet/line-regions.ts';
import { type EditorColumn, editorColumns } from './editor-column.ts';

/**
 * What is needed to place diagnostics in a snippet. Prepared once for all of them, since thousands
 * may point into thousands of lines.
 */
export interface SnippetText {
  /** what it is called where it is compiled */
  fileName: string;
  lines: readonly string[];
  /** what its lines are called */
  regions: readonly LineRegion[];
  /** The snippet's own line that a tool means, or null if no line, or not one alone, is called so. */
  ownLine: (named: { file: string; line: number }) => number | null;
  column: EditorColumn;
  /** Line of the #include that names this header; 0 if another header brought it in. */
  includeLine(header: string): number;
}

const include = /^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]/;

export function snippetText(source: string, fileName: string): SnippetText {
  const lines = source.split('\n');
  const includes = lines.flatMap((text, index) => {
    const name = include.exec(text)?.[1];
    return name === undefined ? [] : [{ ending: `/${name}`, line: index + 1 }];
  });
  const regions = lineRegions(lines, fileName);
  return {
    fileName,
    lines,
    regions,
    ownLine: (named) => lineInRegions(named, regions),
    column: editorColumns(lines),
    includeLine: (header) => includes.find(({ ending }) => header.endsWith(ending))?.line ?? 0,
  };
}
