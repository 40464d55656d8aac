import { z } from 'zod';
import { firstAndWorst } from '../guest/bound-diagnostics.ts';
import type { Diagnostic } from './compile-result.ts';
import { redefined, severityOf, type ReadLine } from './gcc-messages.ts';
import type { SnippetText } from './snippet-text.ts';

const position = z.object({ file: z.string(), line: z.int(), 'byte-column': z.int() });

/**
 * The parts used of gcc 12's -fdiagnostics-format=json; see "Diagnostic Message Formatting
 * Options".
 */
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

/** Checks only these at first, because there may be ten thousand. */
const gccOutput = z.array(z.looseObject({ kind: z.string(), message: z.string() }));

/**
 * First and last column of what is underlined; gcc omits one that equals the caret, and has -1 for one
 * that it does not know. null if the snippet has no such place.
 */
function rangeOf(
  { caret, start = caret, finish = caret }: GccDiagnostic['locations'][number],
  { column, ownLine }: SnippetText,
) {
  const [line, endLine] = [ownLine(start), ownLine(finish)];
  if (line === null || endLine === null || endLine < line) return null;
  if (start['byte-column'] < 1) return { line, column: 1 };
  return {
    line,
    column: column(line, start['byte-column']),
    endLine,
    endColumn: column(endLine, finish['byte-column'] + 1),
  };
}

/**
 * True if this only points at where an #include should be added. gcc derives that place from its
 * internal line maps, which differ for a snippet that a zygote and its child read in two parts.
 */
function suggestsInclude({ fixits, locations }: GccDiagnostic): boolean {
  const caret = locations[0]?.caret;
  return (fixits ?? []).some(
    ({ string, start }) => string.startsWith('#include') && start.line === caret?.line,
  );
}

function lineAfterIncludes(lines: readonly string[]): number {
  return lines.findLastIndex((line) => /^[ \t]*#[ \t]*include\b/.test(line)) + 2;
}

function placeOf(diagnostic: GccDiagnostic, snippet: SnippetText) {
  const location = diagnostic.locations[0];
  if (!location) return { line: 0, column: 0, prefix: '' };
  const { file, line } = location.caret;
  if (suggestsInclude(diagnostic)) {
    return { line: lineAfterIncludes(snippet.lines), column: 1, prefix: '' };
  }
  const range = rangeOf(location, snippet);
  if (range) return { ...range, prefix: '' };
  const at = snippet.includeLine(file);
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
  const notes = firstAndWorst(diagnostic.children ?? [], () => false);
  return [own, ...notes.flatMap((note) => flatten(note, snippet))];
}

/** gcc 12 prints the control characters of a source as they are, which JSON does not allow (json.cc). */
const escapeControl = (control: string): string =>
  `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Reads one line of cc1's stderr; null if it is not gcc's JSON. */
export function gccDiagnostics(line: string, snippet: SnippetText): Diagnostic[] | null {
  if (!line.startsWith('[')) return null;
  try {
    const told = gccOutput.parse(JSON.parse(line.replace(/\p{Cc}/gu, escapeControl)));
    const own = told.filter(({ message }) => message !== redefined);
    const kept = firstAndWorst(own, ({ kind }) => severityOf(kind) === 'error');
    return kept.flatMap((entry) => flatten(gccDiagnostic.parse(entry), snippet));
  } catch {
    return null;
  }
}

/**
 * cc1 ends with one line of JSON; a snippet can make the assembler print any number of lookalikes.
 */
const maxJsonLines = 8;

/** Reads gcc's -fdiagnostics-format=json, a line for each compiler. */
export function readGccJson(snippet: SnippetText): ReadLine {
  let jsonLines = 0;
  return (line) =>
    line.startsWith('[') && ++jsonLines <= maxJsonLines ? gccDiagnostics(line, snippet) : null;
}
