import type { Diagnostic } from './compile-result.ts';
import type { SnippetText } from './snippet-text.ts';

/** Reads one line of what a compiler says; null if it is not the compiler's. */
export type ReadLine = (line: string) => Diagnostic[] | null;

/** Begins to read what a compiler says of a snippet. */
export type ReadMessages = (snippet: SnippetText) => ReadLine;

/** Said of `#define _GNU_SOURCE 1`, because our command line has defined it otherwise. */
export const redefined = '"_GNU_SOURCE" redefined';

/** Maps gcc's severity to ours; "sorry, unimplemented" and internal errors stop a build as errors do. */
export function severityOf(kind: string): Diagnostic['severity'] {
  if (kind === 'warning' || kind === 'note') return kind;
  return kind === 'anachronism' || kind === 'pedwarn' ? 'warning' : 'error';
}
