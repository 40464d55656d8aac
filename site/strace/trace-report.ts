import type { Words } from '../words/words.ts';
import type { Trace, TraceRows } from './rows-of.ts';

/** What the page says of a trace: how much of it is shown, and why not all. */
export function traceReport(
  { lines, unread }: Trace,
  { rows, leftOut }: TraceRows,
  hasAio: boolean,
  words: Words,
): string {
  if (lines.length + unread === 0) return '';
  if (rows.length === 0) return words.say('strace.nothing');
  return [
    `${words.say('strace.calls', { count: rows.length })}.`,
    ...(hasAio ? [] : [words.say('strace.noAio')]),
    ...(leftOut > 0 ? [words.say('strace.leftOut', { count: leftOut })] : []),
    ...(unread > 0 ? [words.say('strace.unread', { count: unread })] : []),
  ].join(' ');
}
