import type { FaultCode, Outcome, RunEvent } from '../../protocol/index.ts';
import type { RowGlance } from '../../run/tracing/tape-row.ts';

export type RunEnding = { atNs: number } & (
  { kind: 'finished'; outcome: Outcome } | { kind: 'faulted'; code: FaultCode; message: string }
);

/**
 * What the log, the metrics, the status page and the trace collector report about a run. It is
 * derived from the run's events and contains nothing of the snippet; times count from when it was
 * accepted.
 */
export interface RunRecord {
  runId: string;
  events: number;
  calls: number;
  /** its first place in the queue, or null if it did not wait */
  queuedAt: number | null;
  /** when an event last said that it was waiting; 0 if none did */
  waitedNs: number;
  /** null if the snippet did not become a program */
  compiled: { startNs: number; atNs: number; cached: boolean } | null;
  /** the program's first event of any kind */
  firstEventNs: number | null;
  firstCallNs: number | null;
  /** null while the run continues, and for good if its events were cut short */
  ending: RunEnding | null;
}

/** A run about which nothing is known yet. */
export const unknownRun: RunRecord = {
  runId: '',
  events: 0,
  calls: 0,
  queuedAt: null,
  waitedNs: 0,
  compiled: null,
  firstEventNs: null,
  firstCallNs: null,
  ending: null,
};

/** The record after one more event. */
export function addEvent(record: RunRecord, event: RunEvent | RowGlance): RunRecord {
  const atNs = Number(event.atNs);
  const firstEventNs = record.firstEventNs ?? (record.compiled ? atNs : null);
  const next = { ...record, events: record.events + 1, firstEventNs };
  switch (event.kind) {
    case 'accepted':
      return { ...next, runId: event.runId };
    case 'queued':
      return { ...next, queuedAt: record.queuedAt ?? event.position, waitedNs: atNs };
    case 'compiled': {
      const startNs = Math.max(record.waitedNs, atNs - Number(event.elapsedNs));
      return { ...next, compiled: { startNs, atNs, cached: event.cached } };
    }
    case 'syscall-entry':
      return { ...next, firstCallNs: record.firstCallNs ?? atNs };
    case 'syscall-exit':
      return { ...next, calls: record.calls + 1 };
    case 'untold':
      return { ...next, calls: event.calls.reduce((sum, { count }) => sum + count, next.calls) };
    case 'finished':
      return { ...next, ending: { kind: 'finished', atNs, outcome: event.outcome } };
    case 'faulted':
      return {
        ...next,
        ending: { kind: 'faulted', atNs, code: event.code, message: event.message },
      };
    default:
      return next;
  }
}

/** How the run ended, in one word. */
export const endingWord = (ending: RunEnding): string =>
  ending.kind === 'faulted' ? 'faulted' : ending.outcome.kind;
