import { decodeErrno } from '../../decode/decode-errno.ts';
import { signalName } from '../../decode/signal-name.ts';
import type { RawEntry, RawExit, RawSignal } from '../../tracer/trace-event.ts';
import type { Ending } from '../../tracer/stop.ts';
import type { TraceEncoder } from './encode-trace-event.ts';
import type { TapeBounds } from './tape-bounds.ts';
import { encodeRow, type EncodedRow, type UnstampedRow, type UnstampedSignal } from './tape-row.ts';
import type { UntoldCounter } from './untold-calls.ts';

export interface RunTapeParts {
  encoder: TraceEncoder;
  bounds: TapeBounds;
  untold: UntoldCounter;
  /** whether there is a tape at all */
  isTold: boolean;
}

/**
 * The tape of one run: rows as long as there is room, and beyond them no more than how many calls each
 * line made.
 */
export class RunTape {
  readonly #parts: RunTapeParts;
  /** calls under way that are only counted: their places, by the tracer's own numbers */
  readonly #counted = new Map<number, number>();
  #lastSignal: UnstampedSignal | null = null;

  constructor(parts: RunTapeParts) {
    this.#parts = parts;
  }

  /** Whether nothing more of a call is needed than which line makes it. */
  get isFull(): boolean {
    return this.#parts.bounds.areReached;
  }

  /** Whether a call is the reader's, whether it is told or not. */
  isReaders(entry: RawEntry): boolean {
    return !entry.ownLineOnly || this.#parts.encoder.siteOf(entry) !== null;
  }

  /** The row to tell of what happened; null if there is none. */
  rowOf(event: RawEntry | RawExit | RawSignal, happenedNs: bigint): EncodedRow | null {
    const { encoder, isTold } = this.#parts;
    if (!isTold) return null;
    switch (event.kind) {
      case 'entry':
        return this.isFull ? this.#count(event) : this.#row(encoder.entry(event), happenedNs);
      case 'exit':
        // One that has begun on the tape also ends there.
        return this.#countEnd(event) ? null : this.#row(encoder.exit(event), happenedNs);
      case 'signal':
        this.#lastSignal = this.isFull ? encoder.signal(event) : null;
        return this.#lastSignal ? null : this.#row(encoder.signal(event), happenedNs);
    }
  }

  /** What ended the program stands on its tape, also where that has no room any more. */
  lastRow(ending: Ending, happenedNs: bigint): EncodedRow | null {
    const signal = this.#lastSignal;
    const isIt = ending.kind === 'killed' && signal?.name === signalName(ending.signal);
    return signal && isIt ? encodeRow(signal, happenedNs) : null;
  }

  #count(entry: RawEntry): null {
    const { encoder, untold } = this.#parts;
    const site = encoder.siteOf(entry);
    if (site) this.#counted.set(entry.call, untold.add({ name: entry.name, line: site.line }));
    return null;
  }

  #countEnd({ call, result }: RawExit): boolean {
    const place = this.#counted.get(call);
    if (place === undefined) return false;
    this.#counted.delete(call);
    if (decodeErrno(result)) this.#parts.untold.addFailure(place);
    return true;
  }

  #row(unstamped: UnstampedRow | null, happenedNs: bigint): EncodedRow | null {
    if (unstamped === null) return null;
    const row = encodeRow(unstamped, happenedNs);
    this.#parts.bounds.add(row);
    return row;
  }
}
