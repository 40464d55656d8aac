import { named } from '../../../../playground-server/protocol/decoded-fields.ts';
import type { Operation } from '../operations.ts';
import { operationsOf } from '../operations.ts';
import { resultOf } from '../row-values.ts';
import type { RunState, TapeRow } from '../run-state.ts';
import { straceValue } from '../../../../playground-server/protocol/transcript/strace-value.ts';

/**
 * An event of Chrome's Trace Event Format, which ui.perfetto.dev opens too. Times are in
 * microseconds; X is a span of a thread, b and e are the ends of one that may overlap others.
 */
export interface TraceEvent {
  name: string;
  ph: 'X' | 'b' | 'e' | 'M' | 'i';
  pid: 1;
  tid: number;
  ts: number;
  dur?: number;
  cat?: string;
  id?: string;
  s?: 't';
  args: Record<string, unknown>;
}

/** A tape for the viewers of traces: calls as spans of their threads, operations beside them. */
export function traceEvents({ rows }: Pick<RunState, 'rows'>): { traceEvents: TraceEvent[] } {
  const threads = [...new Set(rows.map(({ thread }) => thread))];
  return {
    traceEvents: [
      ...threads.map(threadName),
      ...rows.map(callSpan),
      ...operationsOf(rows).all.flatMap(operationSpan),
    ],
  };
}

const micros = (ns: number): number => ns / 1000;

const threadName = (thread: number): TraceEvent => ({
  name: 'thread_name',
  ph: 'M',
  pid: 1,
  tid: thread,
  ts: 0,
  args: { name: `thread ${thread}` },
});

/** A call that never returned is a point. */
function callSpan({ name, thread, atNs, line, arguments: args, status }: TapeRow): TraceEvent {
  const common = { name, pid: 1, tid: thread, ts: micros(atNs), cat: 'call' } as const;
  const told = { line, ...Object.fromEntries(args.map((arg) => [arg.name, straceValue(arg)])) };
  if (status.kind !== 'returned') return { ...common, ph: 'i', s: 't', args: told };
  const { returned, errno, elapsedNs, verdict } = status;
  const dur = micros(Number(elapsedNs));
  return {
    ...common,
    ph: 'X',
    dur,
    args: { ...told, returned, errno: errno?.name ?? null, verdict },
  };
}

/** From its submission to the call that fetched its event: when it completed, no tape can tell. */
function operationSpan({ iocb, submitted, submittedBy, reapedBy, event }: Operation, at: number) {
  const opcode = named(submitted.fields, 'aio_lio_opcode');
  const common = {
    name: opcode ? straceValue(opcode) : 'operation',
    cat: 'operation',
    id: `${at}`,
    pid: 1 as const,
    tid: submittedBy.thread,
  };
  const begin: TraceEvent = {
    ...common,
    ph: 'b',
    ts: micros(submittedBy.atNs),
    args: { iocb, line: submittedBy.line, submitted: straceValue(submitted) },
  };
  if (!reapedBy || !event || reapedBy.status.kind !== 'returned') return [begin];
  const end: TraceEvent = {
    ...common,
    ph: 'e',
    ts: micros(reapedBy.status.atNs),
    args: { res: resultOf(event)?.value ?? null, line: reapedBy.line },
  };
  return [begin, end];
}
