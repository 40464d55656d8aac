import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { programCallSites, type CallSites } from '../../decode/call-sites.ts';
import { markedCallSites } from '../../decode/marked-call-sites.ts';
import { programText } from '../../decode/program-text.ts';
import { syscallName } from '../../decode/syscall-name.ts';
import { readPipe } from '../../linux/pipe.ts';
import type { UnstampedEvent } from '../../protocol/index.ts';
import type { TraceEvent } from '../../tracer/trace-event.ts';
import type { TraceRules } from '../../tracer/trace-state.ts';
import { startTracing } from '../../tracer/trace.ts';
import { faultMessage } from '../fault-message.ts';
import { TraceEncoder } from './encode-trace-event.ts';
import { ReadingLock } from './reading-lock.ts';
import type { CallPlaces, TraceJob, TraceMessage } from './trace-messages.ts';

/**
 * The body of a tracing thread. ptrace(2) binds a tracee to the thread that seized it, and waiting
 * for its next stop blocks, so each run in progress has a thread of its own.
 */
const port = workerData as MessagePort;

port.on('message', (job: TraceJob) => {
  try {
    follow(job);
    post({ kind: 'done' });
  } catch (error) {
    post({ kind: 'failed', message: faultMessage(error), error });
  }
});

function follow(job: TraceJob): void {
  let encoder: TraceEncoder | null = null;
  // Reading the line table overlaps with the start of the program.
  const encoding = () => (encoder ??= new TraceEncoder(callSites(job.places)));
  let left = job.maxTapeLength;
  const row = (event: UnstampedEvent): void => {
    if (left < 0) return;
    left -= JSON.stringify(event).length;
    post(left < 0 ? { kind: 'limit', limit: 'output' } : timed(event));
  };
  const output = new ReadingLock(job.readingLock);
  const tracing = startTracing(job.attachment, rulesOf(job), (event) => {
    // What was written before an event stands before it on the tape.
    if (outputFirst.has(event.kind)) output.hold(() => drain(job));
    tell(event, encoding, row);
  });
  post({ kind: 'attached' });
  encoding();
  tracing.follow();
}

function callSites(places: CallPlaces): CallSites {
  const { lineCount } = places;
  return places.kind === 'marks'
    ? markedCallSites(places.mark, lineCount)
    : programCallSites(programText(places.image, lineCount));
}

function rulesOf({ limits, aioMaxNr, ...job }: TraceJob): TraceRules {
  const actions = new Map(job.actions);
  return {
    actionOf: (nr) => actions.get(nr) ?? 'refuse',
    nameOf: syscallName,
    refusals: new Map(job.refusals),
    aioShare: limits.aioEvents,
    aioMaxNr,
    maxTracees: limits.processes,
    maxTapeRows: limits.tapeCalls,
    fileBytes: limits.fileBytes,
    cpuSeconds: Math.ceil(limits.cpuTimeMs / 1000),
  };
}

const outputFirst: ReadonlySet<TraceEvent['kind']> = new Set(['entry', 'signal', 'ended']);

function tell(
  event: TraceEvent,
  encoding: () => TraceEncoder,
  row: (event: UnstampedEvent) => void,
): void {
  switch (event.kind) {
    case 'entry':
      return row(encoding().entry(event));
    case 'exit':
      return row(encoding().exit(event));
    case 'signal':
      return row(encoding().signal(event));
    case 'ended':
    case 'started':
    case 'limit':
      return post(event);
  }
}

function timed(event: UnstampedEvent): TraceMessage {
  return { kind: 'event', timed: { event, happenedNs: process.hrtime.bigint() } };
}

function drain(job: TraceJob): void {
  drainPipe(job.stdoutFd, 'stdout');
  drainPipe(job.stderrFd, 'stderr');
}

function drainPipe(fd: number, stream: 'stdout' | 'stderr'): void {
  const bytes = readPipe(fd);
  if (!bytes || bytes.length === 0) return;
  post({ kind: 'output', stream, bytes, happenedNs: process.hrtime.bigint() });
}

function post(message: TraceMessage): void {
  port.postMessage(message);
}

parentPort?.postMessage('ready');
