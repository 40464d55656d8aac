import type { RunRecord } from './run-record.ts';

/** Where the stages of runs are told as spans. */
export interface RunTraces {
  /** Tells the spans of a run that is over. */
  tell(record: RunRecord, origin: TraceOrigin): void;
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
  tell: () => undefined,
  close: async () => undefined,
};

/** Loads what sends traces only where somebody collects them. */
export async function openTraces(collector: string | null): Promise<RunTraces> {
  if (collector === null) return noTraces;
  const { createOtlpTraces } = await import('./otlp-traces.ts');
  return createOtlpTraces(collector);
}
