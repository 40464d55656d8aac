import { printReturned } from '../../../playground-server/protocol/print-returned.ts';
import type { RunEvent, RunEventOf } from '../../../playground-server/protocol/index.ts';
import { endRun } from './end-run.ts';
import { hasEnded } from './run-state.ts';
import type { OutputPiece, RunState, TapeRow } from './run-state.ts';

/** What the reader has seen after one more event. */
export const applyEvent = (state: RunState, event: RunEvent): RunState =>
  applyEvents(state, [event]);

/**
 * What the reader has seen after more events. Pure: the given state is not changed. The rows are
 * copied once for all of them, because a tape may have ten thousand.
 */
export function applyEvents(state: RunState, events: readonly RunEvent[]): RunState {
  if (hasEnded(state)) return state;
  const rows = events.some(changesRows) ? [...state.rows] : state.rows;
  return events.reduce((seen, event) => apply(seen, event, rows as TapeRow[]), { ...state, rows });
}

const changesRows = ({ kind }: RunEvent): boolean =>
  kind === 'syscall-entry' || kind === 'syscall-exit';

/**
 * Events after the end of a run are ignored, because an end is final.
 *
 * @param rows those of the state, to be changed by the events of calls
 */
function apply(state: RunState, event: RunEvent, rows: TapeRow[]): RunState {
  if (hasEnded(state)) return state;
  switch (event.kind) {
    case 'accepted':
      return {
        ...state,
        phase: { kind: 'compiling' },
        limits: event.limits,
        environment: event.environment,
      };
    case 'queued':
      return { ...state, phase: { kind: 'queued', position: event.position } };
    case 'diagnostic':
      return { ...state, diagnostics: [...state.diagnostics, withoutStamp(event)] };
    case 'compiled':
      return { ...state, phase: { kind: 'running' }, began: true };
    case 'booting':
      return { ...state, phase: { kind: 'booting', kernel: event.kernel } };
    case 'syscall-entry':
      rows.push(enter(event));
      return { ...state, phase: { kind: 'running' } };
    case 'syscall-exit':
      leave(rows, event);
      return state;
    case 'output':
      return { ...state, phase: { kind: 'running' }, output: append(state.output, event) };
    case 'signal':
      return { ...state, signals: [...state.signals, { name: event.name, line: event.line }] };
    case 'untold':
      return { ...state, untold: { calls: event.calls, others: event.others } };
    case 'finished':
      return endRun(state, { kind: 'finished', outcome: event.outcome });
    case 'faulted':
      return endRun(state, { kind: 'faulted', code: event.code, message: event.message });
  }
}

function withoutStamp({ kind: _, seq: __, atNs: ___, ...diagnostic }: RunEventOf<'diagnostic'>) {
  return diagnostic;
}

function enter(entry: RunEventOf<'syscall-entry'>): TapeRow {
  const { call, thread, name, line, arguments: args, convention = null } = entry;
  const atNs = Number(entry.atNs);
  return {
    call,
    thread,
    name,
    line,
    arguments: args,
    convention,
    atNs,
    status: { kind: 'waiting' },
  };
}

/** Uses the arguments of the exit: only then can what the kernel wrote be read. */
function leave(rows: TapeRow[], exit: RunEventOf<'syscall-exit'>): void {
  const at = rows.findLastIndex((row) => row.call === exit.call);
  const entered = rows[at];
  const { call, name, line, arguments: args, ring } = exit;
  const { returned, raw, errno, elapsedNs, verdict, rules = [] } = exit;
  const atNs = Number(exit.atNs);
  const shown = printReturned(name, returned);
  const left: TapeRow = {
    call,
    thread: entered?.thread ?? 1,
    name,
    line,
    arguments: args,
    convention: exit.convention ?? entered?.convention ?? null,
    atNs: entered?.atNs ?? atNs - Number(elapsedNs),
    status: {
      kind: 'returned',
      returned,
      ...(shown !== returned && { shown }),
      raw,
      errno,
      elapsedNs,
      verdict,
      rules,
      atNs,
      ...(ring && { ring }),
    },
  };
  if (entered) rows[at] = left;
  else rows.push(left);
}

function append(pieces: readonly OutputPiece[], { stream, text }: OutputPiece) {
  const last = pieces.at(-1);
  return last?.stream === stream
    ? pieces.with(-1, { stream, text: last.text + text })
    : [...pieces, { stream, text }];
}
