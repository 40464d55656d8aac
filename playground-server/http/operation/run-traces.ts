import type { RunRecord } from './run-record.ts';

/** Where the stages of runs are reported as spans. */
export interface RunTraces {
  /** Begins the span of a run. */
  begin(origin: TraceOrigin): RunTrace;
  /** Sends what has not been sent yet. */
  close(): Promise<void>;
}

/** The trace of one run. */
export interface RunTrace {
  /** the W3C Trace Context header for a runner, whose span is then a child of this run's */
  traceparent: string | undefined;
  /** Reports the spans of the run, which has finished. */
  end(record: RunRecord): void;
}

export interface TraceOrigin {
  /** when the request was accepted, in milliseconds of the Unix epoch */
  acceptedMs: number;
  /** the request's W3C Trace Context header */
  traceparent: string | undefined;
}

/** For use when no collector is configured: a runner continues the caller's trace. */
export const noTraces: RunTraces = {
  begin: ({ traceparent }) => ({ traceparent, end: () => undefined }),
  close: async () => undefined,
};

/** Loads the exporter only if there is a collector. */
export async function openTraces(collector: string | null): Promise<RunTraces> {
  if (collector === null) return noTraces;
  const { createOtlpTraces } = await import('./otlp-traces.ts');
  return createOtlpTraces(collector);
}
