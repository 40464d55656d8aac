import { flushCompileCache } from 'node:module';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { programCallSites, type CallSites } from '../../decode/lines/call-sites.ts';
import { markedCallSites } from '../../decode/lines/marked-call-sites.ts';
import { x86_64 } from '../../decode/abi/x86-64.ts';
import { captureOf } from '../../decode/capture/capture-of.ts';
import type { CapturePlan } from '../../decode/capture/capture-plan.ts';
import { stackTake } from '../../decode/capture/takes.ts';
import { syscallName } from '../../decode/syscall-name.ts';
import { readPipe } from '../../linux/pipe.ts';
import { WakeTimer } from '../../linux/wake-timer.ts';
import { actionOf } from '../../sandbox/policy/action-of.ts';
import type { TraceEvent } from '../../tracer/trace-event.ts';
import type { TraceRules } from '../../tracer/trace-rules.ts';
import { startTracing } from '../../tracer/trace.ts';
import { faultMessage } from '../fault-message.ts';
import { TraceEncoder } from './encode-trace-event.ts';
import { ReadingLock } from './reading-lock.ts';
import { KeptTexts } from './kept-texts.ts';
import { Libraries } from './libraries.ts';
import { RulesReceiver } from './sent-rules.ts';
import { longestNs, tellLater } from './tell-later.ts';
import { TapeBounds } from './tape-bounds.ts';
import { RunTape } from './run-tape.ts';
import type { EncodedRow } from './tape-row.ts';
import { UntoldCounter } from './untold-calls.ts';
import type { CallPlaces, SentJob, TraceMessage } from './trace-messages.ts';

/**
 * The body of a tracing thread. ptrace(2) binds a tracee to the thread that seized it, and waiting
 * for its next stop blocks, so each run in progress has a thread of its own.
 */
const port = workerData as MessagePort;

port.on('message', (job: SentJob) => {
  try {
    follow(job);
    post({ kind: 'done' });
  } catch (error) {
    post({ kind: 'failed', message: faultMessage(error), error });
  }
});

function follow(job: SentJob): void {
  let made: RunTape | null = null;
  // Reading the line table overlaps with the start of the program.
  const tape = () => (made ??= runTape(job));
  const reminder = new WakeTimer(longestNs);
  const listener = tellLater(new ReadingLock(job.readingLock), {
    readOutput: () => drain(job),
    tell: (event, happenedNs) => tell(event, tape(), happenedNs),
    send: sendRows,
    reminder,
  });
  try {
    const tracing = startTracing(job.attachment, rulesOf(job, tape), listener);
    post({ kind: 'attached' });
    tape();
    tracing.follow();
  } finally {
    reminder.close();
  }
}

const runTape = ({ places, limits, maxTapeLength, untold, tape }: SentJob): RunTape =>
  new RunTape({
    encoder: new TraceEncoder(callSites(places)),
    bounds: new TapeBounds(limits.tapeCalls, maxTapeLength),
    untold: new UntoldCounter(untold, (place) => post({ kind: 'untold', place })),
    isTold: tape !== 'none',
  });

function callSites(places: CallPlaces): CallSites {
  return places.kind === 'marks'
    ? markedCallSites(places.mark, places.lineCount)
    : programCallSites(texts.of(places.image, places.regions), libraries.below(places.libraryRoot));
}

function rulesOf({ limits, aioMaxNr, ...job }: SentJob, tape: () => RunTape): TraceRules {
  const actions = rules.receive(job.actions);
  const seesAll = job.tape === 'files' || job.tape === 'all';
  return {
    actionOf: (nr, args) => actionOf(actions, nr, args),
    nameOf: syscallName,
    captureOf:
      job.tape === 'none'
        ? () => nothingTaken
        : (call) => (tape().isFull ? lineTaken : planOf(call)),
    signalCapture: [stackTake],
    namesFiles: seesAll,
    stopsSupervisor: seesAll,
    refusals: job.refusals,
    answers: job.answers,
    isReaders: (entry) => tape().isReaders(entry),
    aioShare: limits.aioEvents,
    aioMaxNr,
    maxTracees: limits.processes,
    fileBytes: limits.fileBytes,
    cpuSeconds: Math.ceil(limits.cpuTimeMs / 1000),
  };
}

/** Each kind of rules is sent only once in the life of the thread. */
const rules = new RulesReceiver();

/** The programs that run again and again are read once. */
const texts = new KeptTexts();

/** Each library is read only once in the life of the thread. */
const libraries = new Libraries();

const plans = new Map<string, CapturePlan>();

/** Who tells nothing needs to know nothing. */
const nothingTaken: CapturePlan = { entry: [], exit: [], descriptors: [] };

/** Who only counts the calls of each line needs to know the line. */
const lineTaken: CapturePlan = { ...nothingTaken, entry: [stackTake] };

/** Each plan is made only once in the life of the thread. */
function planOf(call: string): CapturePlan {
  const plan = plans.get(call) ?? captureOf(call, x86_64);
  plans.set(call, plan);
  return plan;
}

function tell(event: TraceEvent, tape: RunTape, happenedNs: bigint): void {
  switch (event.kind) {
    case 'entry':
    case 'exit':
    case 'signal':
      return addRow(tape.rowOf(event, happenedNs));
    case 'ended':
      addRow(tape.lastRow(event.ending, happenedNs));
      return post(event);
    case 'started':
    case 'limit':
      return post(event);
  }
}

function drain(job: SentJob): void {
  drainPipe(job.stdoutFd, 'stdout');
  drainPipe(job.stderrFd, 'stderr');
}

function drainPipe(fd: number, stream: 'stdout' | 'stderr'): void {
  const bytes = readPipe(fd);
  if (!bytes || bytes.length === 0) return;
  post({ kind: 'output', stream, bytes, happenedNs: process.hrtime.bigint() });
}

/** Those that have not been sent yet. */
const rows: EncodedRow[] = [];

function addRow(row: EncodedRow | null): void {
  if (row !== null) rows.push(row);
}

function sendRows(): void {
  if (rows.length > 0) send({ kind: 'rows', rows: rows.splice(0) });
}

/** Sends a message after what happened before it. */
function post(message: TraceMessage): void {
  sendRows();
  send(message);
}

const send = (message: TraceMessage): void => port.postMessage(message);

// Whoever starts next finds these modules compiled, and without their types.
flushCompileCache();
parentPort?.postMessage('ready');
