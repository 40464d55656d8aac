import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Context, Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { RunTraces, TraceOrigin } from './run-traces.ts';
import type { RunRecord } from './run-record.ts';
import { spanAttributes, spansOf } from './run-spans.ts';

/** Sends the stages of each run to an OpenTelemetry collector, but nothing of the snippet. */
export function createOtlpTraces(endpoint: string): RunTraces {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'live-man' }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('live-man');
  return {
    tell: (record, origin) => tellSpans(record, origin, tracer),
    close: () => provider.shutdown(),
  };
}

/** Sends nothing for a run that was cut short without a last event. */
function tellSpans(record: RunRecord, origin: TraceOrigin, tracer: Tracer): void {
  const { ending } = record;
  if (!ending) return;
  const at = (ns: number) => origin.acceptedMs + ns / 1e6;
  const attributes = spanAttributes(record, ending);
  const root = tracer.startSpan(
    'run',
    { kind: SpanKind.SERVER, startTime: at(0), attributes },
    parentOf(origin.traceparent),
  );
  const inside = trace.setSpan(ROOT_CONTEXT, root);
  for (const { name, fromNs, toNs } of spansOf(record, ending)) {
    tracer.startSpan(name, { startTime: at(fromNs) }, inside).end(at(toNs));
  }
  if (ending.kind === 'faulted') {
    root.setStatus({ code: SpanStatusCode.ERROR, message: ending.code });
  }
  root.end(at(ending.atNs));
}

/** Version 00 of https://www.w3.org/TR/trace-context/; any other header is ignored. */
function parentOf(traceparent: string | undefined): Context {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  const traceFlags = Number.parseInt(flags, 16);
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}
