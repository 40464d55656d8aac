import { named } from '../../playground-server/protocol/index.ts';
import type { RunEvent, RunEventOf } from '../../playground-server/protocol/index.ts';
import { markerOf, type RunKind } from './run-kinds-table.ts';
import type { ReadRun } from './read-run.ts';

/** What is wrong with the answer to the nth run; empty when it is the right one, whole. */
export function runComplaints(kind: RunKind, number: number, run: ReadRun): string[] {
  if (run.kind === 'refused') return [`refused with HTTP ${run.status}: ${run.problem.detail}`];
  const { events } = run;
  const faults = ofKind(events, 'faulted').map(({ code, message }) => `${code}: ${message}`);
  const numbered = events.every(({ seq }, index) => seq === index);
  return [
    ...faults,
    ...(numbered ? [] : ['events are missing or out of order']),
    ...(kind.leaves === 'stays' ? endComplaints(kind, events) : []),
    ...markerComplaints(kind, number, events),
  ];
}

const ofKind = <K extends RunEvent['kind']>(events: RunEvent[], kind: K): RunEventOf<K>[] =>
  events.filter((event): event is RunEventOf<K> => event.kind === kind);

function endComplaints(kind: RunKind, events: RunEvent[]): string[] {
  const last = events.at(-1);
  if (last?.kind !== 'finished') return [`lost: the last event is ${last?.kind ?? 'none'}`];
  const { outcome } = last;
  const isWithin = outcome.kind !== 'limit-exceeded' || kind.limits?.includes(outcome.limit);
  if (outcome.kind === kind.outcome && isWithin) return [];
  return [`ended as ${JSON.stringify(outcome)}`];
}

/** Every line that a run shows must be its own, and a run that stays must show one. */
function markerComplaints(kind: RunKind, number: number, events: RunEvent[]): string[] {
  const marker = markerOf(kind, number);
  const shown = shownBy(kind, events);
  const strangers = shown.filter((text) => text !== marker);
  if (strangers.length > 0) return [`shows ${JSON.stringify(strangers[0])}, not ${marker}`];
  return kind.leaves === 'stays' && shown.length === 0 ? [`does not show ${marker}`] : [];
}

function shownBy(kind: RunKind, events: RunEvent[]): string[] {
  switch (kind.shows) {
    case 'diagnostic':
      return ofKind(events, 'diagnostic').map(({ message }) => message.replace('#error ', ''));
    case 'tape':
      return ofKind(events, 'syscall-entry')
        .filter(({ name }) => name === 'io_setup')
        .map((entry) => {
          const nrEvents = named(entry.arguments, 'nr_events');
          return nrEvents?.kind === 'number' ? nrEvents.value : '';
        });
    case 'output':
      return wholeLines(ofKind(events, 'output'));
  }
}

/** What follows the last newline was cut off by a limit, or has not come yet. */
function wholeLines(outputs: RunEventOf<'output'>[]): string[] {
  const lines = outputs
    .map(({ text }) => text)
    .join('')
    .split('\n');
  return lines.slice(0, -1);
}
