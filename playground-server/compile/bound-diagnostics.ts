import type { Diagnostic } from './compile-result.ts';

/** One snippet's diagnostics: more than anybody reads. */
const maxDiagnostics = 100;
/** UTF-16 units of one message: a macro explosion can put a whole program into one. */
const maxMessageLength = 2048;

const same = (a: Diagnostic, b: Diagnostic | undefined) =>
  a.line === b?.line && a.column === b.column && a.message === b.message;

/** Drops what was said just before (gcc repeats some notes), cuts long messages and long lists. */
export function boundDiagnostics(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics
    .filter((diagnostic, index) => !same(diagnostic, diagnostics[index - 1]))
    .slice(0, maxDiagnostics)
    .map((diagnostic) => ({
      ...diagnostic,
      message:
        diagnostic.message.length > maxMessageLength
          ? `${diagnostic.message.slice(0, maxMessageLength - 1)}…`
          : diagnostic.message,
    }));
}
