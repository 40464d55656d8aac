import type { RunEvent, UnstampedEvent } from '../protocol/index.ts';

/**
 * Numbers and times the events of one run; `startedAtNs` is of process.hrtime.bigint.
 * Should the engine throw against its promise, `thrown` is told, and the reader gets a fault
 * instead of a torn stream.
 */
export async function* stampEvents(
  events: AsyncIterable<UnstampedEvent>,
  startedAtNs: bigint,
  thrown: (error: unknown) => void,
): AsyncGenerator<RunEvent> {
  let seq = 0;
  const stamp = ({ kind, ...fields }: UnstampedEvent): RunEvent => {
    const atNs = String(process.hrtime.bigint() - startedAtNs);
    // `kind` first: a person reads these lines, too.
    return { kind, seq: seq++, atNs, ...fields } as RunEvent;
  };
  try {
    for await (const event of events) yield stamp(event);
  } catch (error) {
    thrown(error);
    const message = 'The server made a mistake, and the run ended there. Run the snippet again.';
    yield stamp({ kind: 'faulted', code: 'internal', message });
  }
}
