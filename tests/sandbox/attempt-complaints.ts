import type { UnstampedEvent } from '../../playground-server/protocol/index.ts';
import { tapeLength } from '../../playground-server/run/limits.ts';
import type { Attempt } from './attempt.ts';
import { refusedCalls, type Seen } from './collect-run.ts';

/** Characters of a whole run: the tape, output that is all escapes, messages of the compiler. */
const maxLength = tapeLength + 8 * 2 ** 20;

/** Where a run departs from what its attempt announces, a sentence each. */
export function attemptComplaints({ told, linesBefore }: Attempt, run: Seen): string[] {
  return [
    ...(run.fault === null ? [] : [`the server faulted: ${run.fault}`]),
    ...unlike('it printed', told.prints, linesOf(run.stdout)),
    ...unlike('it complained', told.complains, complaintsOf(run, told.complains.length)),
    ...unlike(
      'the playground refused',
      told.refused,
      [refusedCalls(run).join(' ')].filter(Boolean),
    ),
    ...(told.row.length > 0 ? unlike('the tape has', told.row, rowsOf(run, linesBefore)) : []),
    ...told.rows.flatMap((count) => unlike('rows', [count], [String(entries(run))])),
    ...told.says.filter((pattern) => !messagesOf(run).some(matches(pattern))).map(unsaid(run)),
    ...unlike('it ended', told.ends, [Object.values(run.outcome ?? {}).join(' ')]),
    ...(JSON.stringify(run.events).length > maxLength ? ['the reader gets too much to read'] : []),
  ];
}

/** What is on stderr; where output is foreseen, even none is a text that a pattern may match. */
const complaintsOf = ({ stderr }: Seen, foreseen: number): string[] =>
  stderr === '' && foreseen === 0 ? [] : [stderr.trimEnd()];

export const matches = (pattern: string) => (text: string) =>
  new RegExp(`^(?:${pattern})$`, 's').test(text);

/** Complaints about a list of texts, each of which must match its own pattern. */
export function unlike(what: string, patterns: readonly string[], texts: string[]): string[] {
  const length = Math.max(patterns.length, texts.length);
  return Array.from({ length }, (_, index) => index)
    .filter((index) => {
      const [pattern, text] = [patterns[index], texts[index]];
      return pattern === undefined || text === undefined || !matches(pattern)(text);
    })
    .slice(0, 5)
    .map((index) => `${what}: ${shown(texts[index])}, to be ${patterns[index] ?? 'nothing'}`);
}

const shown = (text: string | undefined): string =>
  text === undefined ? 'nothing' : JSON.stringify(text.slice(0, 300));

export const linesOf = (text: string): string[] =>
  text === '' ? [] : text.replace(/\n$/, '').split('\n');

const rowsOf = (run: Seen, linesBefore: number): string[] =>
  run.calls
    .filter(({ verdict }) => verdict !== 'refused')
    .map(({ name, returned, errno, line }) =>
      [
        name,
        '=',
        returned,
        ...(errno ? [errno.name] : []),
        `@${line === null ? 'none' : line - linesBefore}`,
      ].join(' '),
    );

const entries = (run: Seen): number =>
  run.events.filter(({ kind }) => kind === 'syscall-entry').length;

type Diagnostic = Extract<UnstampedEvent, { kind: 'diagnostic' }>;

const messagesOf = (run: Seen): string[] =>
  run.events
    .filter((event): event is Diagnostic => event.kind === 'diagnostic')
    .map(({ line, severity, message }) => `${line}: ${severity}: ${message}`);

const unsaid = (run: Seen) => (pattern: string) =>
  `the compiler did not say ${pattern}, but ${shown(messagesOf(run).slice(0, 3).join('; '))}`;
