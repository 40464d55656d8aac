import type { RunRecord } from './run-record.ts';

/** Where the stages of runs are reported as spans. */
export interface RunTraces {
  /** Reports the spans of a finished run. */
  tell(record: RunRecord, origin: TraceOrigin): void;
  /** Sends what has not been sent yet. */
  close(): Promise<void>;
}

export interface TraceOrigin {
  /** when the request was accepted, in milliseconds of the Unix epoch */
  acceptedMs: number;
  /** the request's W3C Trace Context header */
  traceparent: string | undefined;
}

/** For use when no collector is configured. */
export const noTraces: RunTraces = {
  tell: () => undefined,
  close: async () => undefined,
};

/** Loads the exporter only if there is a collector. */
export async function openTraces(collector: string | null): Promise<RunTraces> {
  if (collector === null) return noTraces;
  const { createOtlpTraces } = await import('./otlp-traces.ts');
  return createOtlpTraces(collector);
}
