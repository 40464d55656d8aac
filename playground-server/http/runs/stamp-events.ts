import type { RunEvent } from '../../protocol/index.ts';
import type { TimedEvent } from '../../run/timed-event.ts';
import { TapeRow, type RowGlance } from '../../run/tracing/tape-row.ts';

/** An event of the stream. */
export interface StampedEvent {
  /** as JSON, without the end of the line */
  line: string;
  /** what the server itself may look at */
  event: RunEvent | RowGlance;
}

const internal: TimedEvent['event'] = {
  kind: 'faulted',
  code: 'internal',
  message: 'The server made a mistake, and the run ended there. Run the snippet again.',
};

/**
 * Numbers the events of one run and times them from when its request was accepted; `acceptedNs` is
 * from process.hrtime.bigint. Should the engine throw although it promises not to, `thrown` gets
 * the error and the reader a fault instead of a broken stream.
 */
export async function* stampEvents(
  events: AsyncIterable<TimedEvent>,
  acceptedNs: bigint,
  thrown: (error: unknown) => void,
): AsyncGenerator<StampedEvent> {
  let seq = 0;
  const stamp = (timed: TimedEvent): StampedEvent => {
    const stamps = { seq: seq++, atNs: String(timed.happenedNs - acceptedNs) };
    return timed instanceof TapeRow ? stampRow(timed, stamps) : stampEvent(timed, stamps);
  };
  try {
    for await (const timed of events) yield stamp(timed);
  } catch (error) {
    thrown(error);
    yield stamp({ event: internal, happenedNs: process.hrtime.bigint() });
  }
}

type Stamps = Pick<RunEvent, 'seq' | 'atNs'>;

/** `kind` comes first because people read these lines, too. */
function stampEvent({ event: { kind, ...fields } }: TimedEvent, stamps: Stamps): StampedEvent {
  const event = { kind, ...stamps, ...fields } as RunEvent;
  return { line: JSON.stringify(event), event };
}

/** The same line, around JSON that exists already: rows are long, and there are thousands. */
function stampRow({ kind, json }: TapeRow, { seq, atNs }: Stamps): StampedEvent {
  const start = `{"kind":"${kind}"`;
  const line = `${start},"seq":${seq},"atNs":"${atNs}"${json.slice(start.length)}`;
  return { line, event: { kind, atNs } };
}
