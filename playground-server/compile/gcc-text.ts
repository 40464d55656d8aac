import type { Diagnostic } from './compile-result.ts';
import { redefined, severityOf, type ReadLine } from './gcc-messages.ts';
import type { SnippetText } from './snippet-text.ts';

const place = String.raw`^(?<file>[^\s:][^:]*):(?<line>\d+):(?<column>\d+):`;
const saying = new RegExp(
  String.raw`${place} (?<kind>fatal error|error|warning|note|sorry, unimplemented|internal compiler error): (?<told>.*)$`,
);
/** From where a template or a constant expression was asked for that a mistake was found in. */
const asker = new RegExp(String.raw`${place}   (?:required |recursively required |in ‘constexpr)`);

/**
 * What is said, and the option that asked for it: "unused ‘x’ [-Wunused-variable]". No regular
 * expression, which would search again at each of the brackets that a snippet's own words may hold.
 */
function withoutOption(told: string): { text: string; option?: string } {
  const start = told.lastIndexOf(' [-W');
  const option = told.slice(start + 2, -1);
  if (start < 0 || !told.endsWith(']') || option.includes(']')) return { text: told };
  return { text: told.slice(0, start), option };
}

/** Candidates in headers, of which a mistaken operator has fifty: the first say what is wanted. */
const maxHeaderNotes = 3;

interface Place {
  line: number;
  column: number;
}

/**
 * Reads the lines of gcc's -fdiagnostics-plain-output, one after another. A mistake inside of a
 * template of a header stands at the reader's own line that asked for it, which gcc 12's JSON omits.
 */
export function readGccText(snippet: SnippetText): ReadLine {
  const ownPlace = (file: string, at: Place): Place | null => {
    const line = snippet.ownLine({ file, line: at.line });
    return line === null ? null : { line, column: snippet.column(line, at.column) };
  };
  const placeOfHeader = (file: string): Place => {
    const line = snippet.includeLine(file);
    return { line, column: line === 0 ? 0 : 1 };
  };
  let asked: Place | null = null;
  /** The message that notes belong to; null for one that is not shown. */
  let shown: Place | null = null;
  let headerNotes = 0;

  return (line) => {
    const found = (asker.exec(line) ?? saying.exec(line))?.groups;
    if (!found) return null;
    const { file = '', kind, told = '' } = found;
    const { text, option } = withoutOption(told);
    const at = { line: Number(found['line']), column: Number(found['column']) };
    const own = ownPlace(file, at);
    if (kind === undefined) {
      asked = own ?? asked;
      return [];
    }
    const severity = severityOf(kind);
    if (severity !== 'note') {
      shown = text === redefined ? null : (own ?? asked ?? placeOfHeader(file));
      headerNotes = 0;
    }
    asked = null;
    if (shown === null || (severity === 'note' && !own && ++headerNotes > maxHeaderNotes))
      return [];
    const message = own ? text : `${file}:${at.line}: ${text}`;
    const diagnostic: Diagnostic = { severity, ...(own ?? shown), message };
    return [option === undefined ? diagnostic : { ...diagnostic, option }];
  };
}
