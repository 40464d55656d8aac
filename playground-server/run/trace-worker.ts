import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { programText } from '../decode/program-text.ts';
import { syscallName, syscallNumber } from '../decode/syscall-name.ts';
import { readPipe } from '../linux/pipe.ts';
import type { UnstampedEvent } from '../protocol/index.ts';
import { policyTable } from '../sandbox/policy/policy-table.ts';
import type { PolicyAction } from '../sandbox/policy/policy.ts';
import type { TraceEvent } from '../tracer/trace-event.ts';
import { startTracing } from '../tracer/trace.ts';
import { TraceEncoder } from './encode-trace-event.ts';
import { ReadingLock } from './reading-lock.ts';
import type { TraceJob, TraceMessage } from './trace-messages.ts';

/**
 * The body of a tracing thread. ptrace(2) binds a tracee to the thread that seized it, and waiting
 * for its next stop blocks, so each run in progress has a thread of its own.
 */
const port = workerData as MessagePort;

/** A call with an argument test stops only where the test failed, so it is refused then. */
const actions = new Map<number, PolicyAction>(
  policyTable
    .filter((row) => row.action === 'show' || row.action === 'watch')
    .flatMap((row) => row.calls.map((name) => [syscallNumber(name) ?? -1, row.action] as const)),
);

port.on('message', (job: TraceJob) => {
  try {
    follow(job);
    post({ kind: 'done' });
  } catch (error) {
    post({ kind: 'failed', message: String(error) });
  }
});

function follow(job: TraceJob): void {
  let encoder: TraceEncoder | null = null;
  // Reading the line table overlaps with the start of the program.
  const encoding = () =>
    (encoder ??= new TraceEncoder(programText(job.program, job.sourceLineCount)));
  const output = new ReadingLock(job.readingLock);
  const tracing = startTracing(job.pid, rulesOf(job), (event) => {
    // What was written before an event stands before it on the tape.
    if (outputFirst.has(event.kind)) output.hold(() => drain(job));
    tell(event, encoding);
  });
  post({ kind: 'attached' });
  encoding();
  tracing.follow();
}

function rulesOf(job: TraceJob) {
  return {
    ...job,
    actionOf: (nr: number) => actions.get(nr) ?? 'refuse',
    nameOf: syscallName,
    refusals: new Map(job.refusals),
  };
}

const outputFirst: ReadonlySet<TraceEvent['kind']> = new Set(['entry', 'signal', 'ended']);

function tell(event: TraceEvent, encoding: () => TraceEncoder): void {
  switch (event.kind) {
    case 'entry':
      return post(timed(encoding().entry(event)));
    case 'exit':
      return post(timed(encoding().exit(event)));
    case 'signal':
      return post(timed(encoding().signal(event)));
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

/** A pipe holds 64 KiB at most, so one read empties it. */
function drainPipe(fd: number, stream: 'stdout' | 'stderr'): void {
  const bytes = readPipe(fd);
  if (bytes && bytes.length > 0) post({ kind: 'output', stream, bytes });
}

function post(message: TraceMessage): void {
  port.postMessage(message);
}

parentPort?.postMessage('ready');
