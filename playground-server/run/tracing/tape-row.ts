import type { UnstampedEvent } from '../../protocol/index.ts';
import type { TimedEvent } from '../timed-event.ts';

/** The kinds of events that the tracer tells. */
export type RowKind = 'syscall-entry' | 'syscall-exit' | 'signal';

/** An event of the tape in JSON, in which `kind` comes first. */
export interface EncodedRow {
  kind: RowKind;
  json: string;
  happenedNs: bigint;
}

/** Of one side of a call and of a signal. */
export type UnstampedRow = Extract<UnstampedEvent, { kind: RowKind }>;

export type UnstampedSignal = Extract<UnstampedRow, { kind: 'signal' }>;

/** Encodes an event for its whole way to the reader. */
export const encodeRow = (row: UnstampedRow, happenedNs: bigint): EncodedRow => ({
  kind: row.kind,
  json: JSON.stringify(row),
  happenedNs,
});

/** What the server itself looks at in an event of the tape. */
export interface RowGlance {
  kind: RowKind;
  atNs: string;
}

/** An event of the tape on its way to the reader. It is parsed only where somebody asks for it. */
export class TapeRow implements TimedEvent {
  readonly kind: RowKind;
  readonly json: string;
  readonly happenedNs: bigint;

  constructor({ kind, json, happenedNs }: EncodedRow) {
    this.kind = kind;
    this.json = json;
    this.happenedNs = happenedNs;
  }

  /** A new object each time. */
  get event(): UnstampedEvent {
    return JSON.parse(this.json) as UnstampedEvent;
  }
}
