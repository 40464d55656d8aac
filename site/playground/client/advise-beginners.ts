import { adviceTable } from './beginner-advice-table.ts';
import type { AdvisedDiagnostic, Hint } from './beginner-advice-table.ts';
import type { Diagnostic } from './run-state.ts';

/** Adds to messages of the compiler what stands behind them; each hint is given once. */
export function adviseBeginners(
  diagnostics: readonly Diagnostic[],
  source: string,
): AdvisedDiagnostic[] {
  const lines = source.split('\n');
  const given = new Set<Hint>();
  return diagnostics.map((diagnostic) => {
    const text = lines[diagnostic.line - 1] ?? '';
    const row = adviceTable.find(
      ({ message, text: contains }) =>
        message.test(diagnostic.message) && (contains?.test(text) ?? true),
    );
    if (!row || given.has(row.hint)) return diagnostic;
    given.add(row.hint);
    const place = diagnostic.line === 0 && row.line ? { line: row.line(lines), column: 1 } : {};
    return { ...diagnostic, ...place, hint: row.hint };
  });
}
