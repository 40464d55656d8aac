import type { RunEvent } from '../../../../playground-server/protocol/index.ts';
import type { Language } from '../../../../playground-server/protocol/language-table.ts';
import type { RunState } from '../run-state.ts';
import { straceText } from '../../../../playground-server/protocol/transcript/strace-text.ts';

/** What a report of a run holds besides its tape. */
interface Reported {
  source: string;
  language: Language;
  run: Pick<RunState, 'environment' | 'output'>;
  events: readonly RunEvent[];
}

/** A run for a bug report or a question: the snippet, the machine, the tape, what it printed. */
export function runMarkdown({ source, language, run, events }: Reported): string {
  const { environment, output } = run;
  const machine = environment
    ? `Linux ${environment.kernel}, ${environment.machine}, ${environment.libc}, ${environment.compiler}`
    : null;
  const tape = straceText(events);
  const printed = output.map(({ text }) => text).join('');
  return [
    fenced(language, source),
    ...(machine === null ? [] : [machine]),
    ...(tape === '' ? [] : [fenced('strace', tape)]),
    ...(printed === '' ? [] : [fenced('text', printed)]),
  ].join('\n\n');
}

/** Fences are longer than any row of backticks inside. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n?$/, '\n')}${fence}`;
}
