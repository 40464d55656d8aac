import type { Tape } from './run-on-engine.ts';
import { ownLineCalls } from './strace-command.ts';

/** libaio's functions that make a call of another name. */
const disguises: Readonly<Record<string, RegExp>> = {
  io_setup: /\bio_queue_init\b/,
  io_destroy: /\bio_queue_release\b/,
  io_getevents: /\bio_queue_run\b/,
};

/**
 * Calls whose line does not name them, a sentence each. Tracees that hide their calls are `own`. What
 * is on the tape for its line alone is left out: the C library makes it under many names.
 */
export function misplacedLines(source: string, { calls }: Tape): string[] {
  const lines = source.split('\n');
  return calls.flatMap(({ entry: { name, line } }) => {
    if (ownLineCalls('all').has(name)) return [];
    const text = line === null ? '' : (lines[line - 1] ?? '');
    const named = new RegExp(`\\b(SYS_)?${name}\\b`).test(text) || disguises[name]?.test(text);
    return named ? [] : [`${name} is said to be on line ${line}: ${text.trim()}`];
  });
}
