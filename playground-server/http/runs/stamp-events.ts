import type { RunEvent } from '../../protocol/index.ts';
import type { TimedEvent } from '../../run/timed-event.ts';

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
): AsyncGenerator<RunEvent> {
  let seq = 0;
  const stamp = ({ event, happenedNs }: TimedEvent): RunEvent => {
    const { kind, ...fields } = event;
    // `kind` comes first because people read these lines, too.
    return { kind, seq: seq++, atNs: String(happenedNs - acceptedNs), ...fields } as RunEvent;
  };
  try {
    for await (const timed of events) yield stamp(timed);
  } catch (error) {
    thrown(error);
    yield stamp({ event: internal, happenedNs: process.hrtime.bigint() });
  }
}
