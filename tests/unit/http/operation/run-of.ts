import type { UnstampedEvent } from '../../../../playground-server/protocol/index.ts';
import {
  addEvent,
  unknownRun,
  type RunRecord,
} from '../../../../playground-server/http/operation/run-record.ts';

/** The record of a run with these events, each at its time in milliseconds. */
export const runOf = (...events: [atMs: number, event: UnstampedEvent][]): RunRecord =>
  events.reduce((record, [atMs, event], seq) => {
    const atNs = String(Math.round(atMs * 1e6));
    return addEvent(record, { ...event, seq, atNs });
  }, unknownRun);
