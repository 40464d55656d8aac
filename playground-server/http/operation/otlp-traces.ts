import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Context, Span, Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { RunTrace, RunTraces, TraceOrigin } from './run-traces.ts';
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
    begin: (origin) => beginRun(origin, tracer),
    close: () => provider.shutdown(),
  };
}

function beginRun({ acceptedMs, traceparent }: TraceOrigin, tracer: Tracer): RunTrace {
  const options = { kind: SpanKind.SERVER, startTime: acceptedMs };
  const root = tracer.startSpan('run', options, parentOf(traceparent));
  return {
    traceparent: headerOf(root),
    end: (record) => endRun(record, root, acceptedMs, tracer),
  };
}

/** Sends nothing for a run that was cut short without a last event. */
function endRun(record: RunRecord, root: Span, acceptedMs: number, tracer: Tracer): void {
  const { ending } = record;
  if (!ending) return;
  const at = (ns: number) => acceptedMs + ns / 1e6;
  root.setAttributes(spanAttributes(record, ending));
  const inside = trace.setSpan(ROOT_CONTEXT, root);
  for (const { name, fromNs, toNs } of spansOf(record, ending)) {
    tracer.startSpan(name, { startTime: at(fromNs) }, inside).end(at(toNs));
  }
  if (ending.kind === 'faulted') {
    root.setStatus({ code: SpanStatusCode.ERROR, message: ending.code });
  }
  root.end(at(ending.atNs));
}

function headerOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

/** Version 00 of https://www.w3.org/TR/trace-context/; any other header is ignored. */
function parentOf(traceparent: string | undefined): Context {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '') ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  const traceFlags = Number.parseInt(flags, 16);
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}
