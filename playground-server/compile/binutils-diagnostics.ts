import type { Diagnostic } from './compile-result.ts';

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
 * @param fileName of the snippet
 */
export function binutilsDiagnostic(line: string, fileName: string): Diagnostic | null {
  const placed = atLine.exec(line);
  if (placed?.[1] === fileName) {
    const [, , number, severity, message = ''] = placed;
    return { severity: severityOf(severity), line: Number(number), column: 1, message };
  }
  const unplaced = nowhere.exec(line);
  if (!unplaced) return null;
  return { severity: severityOf(unplaced[1]), line: 0, column: 0, message: unplaced[2] ?? '' };
}
