import type { Diagnostic } from './compile-result.ts';
import type { SnippetText } from './snippet-text.ts';

/** "snippet.c:4: Error: no such instruction" (as), "/work/snippet.c:4: error: undefined reference" (gold). */
const atLine = /^(?:\/work\/)?([^/:]+):(\d+): (?:(error|warning|note): )?(.+)$/i;
/** The same without a place in the snippet: "ld.gold: error: …", "{standard input}:6: Error: …". */
const nowhere = /^[^:]*:(?:\d+:)? (error|warning|fatal error): (.+)$/i;

const severities = {
  error: 'error',
  'fatal error': 'error',
  warning: 'warning',
  note: 'note',
} as const;

const severityOf = (word: string | undefined): Diagnostic['severity'] =>
  severities[(word ?? 'error').toLowerCase() as keyof typeof severities];

/**
 * Reads one line from the assembler or the linker; null when it says nothing useful.
 */
export function binutilsDiagnostic(
  text: string,
  { fileName, ownLine }: SnippetText,
): Diagnostic | null {
  const [, file = '', number, word, message = ''] = atLine.exec(text) ?? [];
  const line = ownLine({ file, line: Number(number) });
  const severity = severityOf(word);
  if (line !== null) return { severity, line, column: 1, message };
  if (file === fileName)
    return { severity, line: 0, column: 0, message: `${file}:${number}: ${message}` };
  const unplaced = nowhere.exec(text);
  if (!unplaced) return null;
  return { severity: severityOf(unplaced[1]), line: 0, column: 0, message: unplaced[2] ?? '' };
}
