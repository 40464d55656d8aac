import type { RunEvent } from '../../protocol/index.ts';

/** Where the stages of runs are told as spans. */
export interface RunTraces {
  /** Passes the events of a run on, and tells its spans when it is over. */
  follow(events: AsyncIterable<RunEvent>, origin: TraceOrigin): AsyncIterable<RunEvent>;
  /** Sends what has not been sent yet. */
  close(): Promise<void>;
}

export interface TraceOrigin {
  /** when the request was accepted, in milliseconds of the Unix epoch */
  acceptedMs: number;
  /** the header of W3C Trace Context that came with the request */
  traceparent: string | undefined;
}

/** Where no collector is configured. */
export const noTraces: RunTraces = {
  follow: (events) => events,
  close: async () => undefined,
};

/** Loads what sends traces only where somebody collects them. */
export async function openTraces(collector: string | null): Promise<RunTraces> {
  if (collector === null) return noTraces;
  const { createOtlpTraces } = await import('./otlp-traces.ts');
  return createOtlpTraces(collector);
}
