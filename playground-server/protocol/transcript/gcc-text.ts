import type { RunEventOf } from '../event.ts';

type Diagnostic = Omit<RunEventOf<'diagnostic'>, 'kind' | 'seq' | 'atNs'>;

/**
 * A compiler's message as gcc prints it: `x.c:3:5: error: …`, and below it the line of the source
 * with a mark where it is meant.
 */
export function gccText(diagnostic: Diagnostic, file: string, source: string): string {
  const { severity, line, column, message, option } = diagnostic;
  const place = line === 0 ? [] : [line, ...(column === 0 ? [] : [column])];
  const flag = option === undefined ? '' : ` [${option}]`;
  const head = `${[file, ...place].join(':')}: ${severity}: ${message}${flag}\n`;
  const text = source.split('\n')[line - 1];
  return text === undefined ? head : head + excerpt(diagnostic, text.replace(/\r$/, ''));
}

function excerpt({ line, column, endLine, endColumn }: Diagnostic, text: string): string {
  const shown = `${String(line).padStart(5)} | ${text}\n`;
  if (column === 0) return shown;
  // The last column of a range is the one behind it.
  const isOnLine = endLine === line && endColumn !== undefined;
  const length = isOnLine ? Math.min(endColumn, text.length + 1) - column : 1;
  // Tabs stay, so that the mark is where the terminal puts the text.
  const indent = text.slice(0, column - 1).replaceAll(/[^\t]/g, ' ');
  return `${shown}      | ${indent}^${'~'.repeat(Math.max(0, length - 1))}\n`;
}
