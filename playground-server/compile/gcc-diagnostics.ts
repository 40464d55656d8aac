import { z } from 'zod';
import type { Diagnostic } from './compile-result.ts';
import { type EditorColumn, editorColumns } from './editor-column.ts';

const position = z.object({ file: z.string(), line: z.int(), 'byte-column': z.int() });

/** gcc 12's -fdiagnostics-format=json, as far as it is used; see "Diagnostic Message Formatting Options". */
const gccDiagnostic = z.object({
  kind: z.string(),
  message: z.string(),
  option: z.string().optional(),
  locations: z.array(
    z.object({ caret: position, start: position.optional(), finish: position.optional() }),
  ),
  fixits: z.array(z.object({ string: z.string(), start: position })).optional(),
  get children() {
    return z.array(gccDiagnostic).optional();
  },
});
type GccDiagnostic = z.infer<typeof gccDiagnostic>;

const gccOutput = z.array(gccDiagnostic);

/** gcc's word to the contract's; "sorry, unimplemented" and internal errors stop a build as errors do. */
function severityOf(kind: string): Diagnostic['severity'] {
  if (kind === 'warning' || kind === 'note') return kind;
  return kind === 'anachronism' || kind === 'pedwarn' ? 'warning' : 'error';
}

interface SnippetText {
  lines: string[];
  column: EditorColumn;
}

/** First and last column of what is underlined; gcc leaves out what equals the caret. */
function rangeOf(location: GccDiagnostic['locations'][number], column: EditorColumn) {
  const start = location.start ?? location.caret;
  const finish = location.finish ?? location.caret;
  return {
    line: start.line,
    column: column(start.line, start['byte-column']),
    endLine: finish.line,
    endColumn: column(finish.line, finish['byte-column'] + 1),
  };
}

/** Line of the #include that names this header; 0 where another header brought it in. */
function includeLine(header: string, lines: string[]): number {
  return (
    lines.findIndex((line) => {
      const name = /^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]/.exec(line)?.[1];
      return name !== undefined && header.endsWith(`/${name}`);
    }) + 1
  );
}

/**
 * Whether this only points at where an #include should be added. gcc takes the place from its
 * internal line maps, which differ for a snippet that a held compiler reads in two parts.
 */
function suggestsInclude({ fixits, locations }: GccDiagnostic): boolean {
  const caret = locations[0]?.caret;
  return (fixits ?? []).some(
    ({ string, start }) => string.startsWith('#include') && start.line === caret?.line,
  );
}

function lineAfterIncludes(lines: string[]): number {
  return lines.findLastIndex((line) => /^[ \t]*#[ \t]*include\b/.test(line)) + 2;
}

function placeOf(diagnostic: GccDiagnostic, snippet: SnippetText) {
  const location = diagnostic.locations[0];
  if (!location) return { line: 0, column: 0, prefix: '' };
  const { file, line } = location.caret;
  if (suggestsInclude(diagnostic)) {
    return { line: lineAfterIncludes(snippet.lines), column: 1, prefix: '' };
  }
  if (file === 'snippet.c') return { ...rangeOf(location, snippet.column), prefix: '' };
  const at = includeLine(file, snippet.lines);
  return { line: at, column: at === 0 ? 0 : 1, prefix: `${file}:${line}: ` };
}

function flatten(diagnostic: GccDiagnostic, snippet: SnippetText): Diagnostic[] {
  const { prefix, ...place } = placeOf(diagnostic, snippet);
  const own: Diagnostic = {
    severity: severityOf(diagnostic.kind),
    ...place,
    message: prefix + diagnostic.message,
    ...(diagnostic.option === undefined ? {} : { option: diagnostic.option }),
  };
  return [own, ...(diagnostic.children ?? []).flatMap((child) => flatten(child, snippet))];
}

/** Reads one line of cc1's stderr; null where it is not gcc's JSON. */
export function gccDiagnostics(line: string, source: string): Diagnostic[] | null {
  if (!line.startsWith('[')) return null;
  try {
    const snippet = { lines: source.split('\n'), column: editorColumns(source) };
    return gccOutput.parse(JSON.parse(line)).flatMap((entry) => flatten(entry, snippet));
  } catch {
    return null;
  }
}
