import type { FaultCode, Outcome } from '../../protocol/index.ts';
import { readPipe } from '../../linux/pipe.ts';
import { SandboxFailed } from '../../sandbox/sandbox-failed.ts';
import { EventQueue } from './event-queue.ts';
import type { Execution } from './execution.ts';
import { faultMessage, sandboxKilled, tracerEnded } from '../fault-message.ts';
import type { HeldSandbox } from '../sandboxes/held-sandbox.ts';
import { outcomeOf } from './outcome-of.ts';
import { ProgramOutput } from './program-output.ts';
import { ReadingLock } from '../tracing/reading-lock.ts';
import { TapeRow } from '../tracing/tape-row.ts';
import type { Handover } from '../sandboxes/runtime.ts';
import type { ThreadPool } from '../tracing/thread-pool.ts';
import { untoldBytes, untoldEvent, type UntoldPlace } from '../tracing/untold-calls.ts';
import type { RunRules, TraceMessage } from '../tracing/trace-messages.ts';
import type { TracerThread } from '../tracing/tracer-thread.ts';
import type { TimedEvent } from '../timed-event.ts';

/** A held program starts within milliseconds; a host that takes longer than this is broken. */
const startTimeoutMs = 10_000;

/** Longest that output waits between two calls: too short for people to notice. */
const outputEveryMs = 5;

export interface ExecutionParts {
  held: HeldSandbox;
  threads: ThreadPool;
  handover: Handover;
  rules: RunRules;
  /** Receives what readers are not told about a failure of ours. */
  troubled: (error: unknown) => void;
}

/** A program on this host's kernel: turns the tracer, the output and the limits into events. */
export class TracedExecution implements Execution {
  readonly events = new EventQueue<TimedEvent>();
  readonly #parts: ExecutionParts;
  readonly #output: ProgramOutput;
  readonly #threadDone = Promise.withResolvers<void>();
  #thread: TracerThread | null = null;
  readonly #sharedLock = new SharedArrayBuffer(4);
  readonly #readingLock = new ReadingLock(this.#sharedLock);
  readonly #untold = new SharedArrayBuffer(untoldBytes);
  readonly #untoldPlaces: UntoldPlace[] = [];
  #timer: NodeJS.Timeout | undefined;
  #outputTimer: NodeJS.Timeout | undefined;
  #started = false;
  #finished = false;

  constructor(parts: ExecutionParts) {
    this.#parts = parts;
    this.#output = new ProgramOutput(parts.rules.limits.outputBytes);
  }

  /** Hands the sandbox to a tracer and the program to the sandbox. */
  async start(): Promise<void> {
    // Already cancelled: nothing may be left that could still report something.
    if (this.#finished) return this.#threadDone.resolve();
    this.#timer = setTimeout(() => this.#startFailed('it took too long'), startTimeoutMs);
    void this.#parts.held.sandbox.gone.then(() => this.#sandboxGone());
    try {
      this.#thread = await this.#parts.threads.take();
    } catch (error) {
      this.#failed('tracer-failed', error);
    }
    if (this.#finished || !this.#thread) return this.#giveThreadBack('clean');
    const { held, handover, rules } = this.#parts;
    const { attachment, sandbox } = held;
    const { stdoutFd, stderrFd } = sandbox;
    handover.prepare(sandbox);
    const readingLock = this.#sharedLock;
    const { places } = handover;
    const shared = { readingLock, untold: this.#untold };
    const job = { ...rules, attachment, places, stdoutFd, stderrFd, ...shared };
    this.#thread.trace(job, (told) => this.#hearSafely(told));
  }

  /** What the tracer has recorded by then is told before, unless it takes too long. */
  stop(outcome: Outcome): void {
    void this.#readingLock.holdSoon(() => {
      this.#readOutput();
      this.#end({ kind: 'finished', outcome });
    });
  }

  /** Resolves when no process of the run is left, and nothing reads from its pipes. */
  async gone(): Promise<void> {
    this.#parts.held.sandbox.kill();
    await this.#parts.held.sandbox.gone;
    await this.#threadDone.promise;
  }

  /** An error thrown while a message is handled would not be caught, and would end the server. */
  #hearSafely(message: TraceMessage): void {
    try {
      this.#hear(message);
    } catch (error) {
      this.#failed('internal', error);
    }
  }

  #hear(message: TraceMessage): void {
    switch (message.kind) {
      case 'attached':
        return this.#parts.handover.begin(this.#parts.held.sandbox);
      case 'started':
        return this.#begin();
      case 'rows':
        for (const row of message.rows) this.events.push(new TapeRow(row));
        return;
      case 'untold':
        this.#untoldPlaces.push(message.place);
        return;
      case 'output':
        return this.#takeOutput(message);
      case 'limit':
        return this.#end({
          kind: 'finished',
          outcome: { kind: 'limit-exceeded', limit: message.limit },
        });
      case 'ended':
        return this.#endWith(message);
      case 'done':
        return this.#giveThreadBack('clean');
      case 'failed':
        this.#giveThreadBack('broken');
        return this.#failed('tracer-failed', message.error, message.message);
      case 'thread-ended':
        this.#giveThreadBack('broken');
        return this.#fault('tracer-failed', tracerEnded);
    }
  }

  /** The thread is free before the run's processes are dead, because it no longer follows them. */
  #giveThreadBack(condition: 'clean' | 'broken'): void {
    const { threads, troubled } = this.#parts;
    if (this.#thread) threads.giveBack(this.#thread, condition).catch(troubled);
    this.#thread = null;
    this.#threadDone.resolve();
  }

  #endWith(ended: Extract<TraceMessage, { kind: 'ended' }>): void {
    const outcome = outcomeOf(ended, this.#memoryExceeded);
    if (outcome === 'sandbox-killed') this.#fault('sandbox-failed', sandboxKilled);
    else this.#end({ kind: 'finished', outcome });
  }

  readonly #memoryExceeded = (): boolean => this.#parts.held.cgroup?.memoryExceeded() ?? false;

  #begin(): void {
    if (this.#finished) return;
    const { limits } = this.#parts.rules;
    this.#started = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.stop({ kind: 'limit-exceeded', limit: 'wall-time' }),
      limits.wallTimeMs,
    );
    const readOutput = () => this.#readOutput();
    // Where the tracer holds it, it is about to read the output itself.
    this.#outputTimer = setInterval(() => this.#readingLock.holdIfFree(readOutput), outputEveryMs);
  }

  #takeOutput({ stream, bytes, happenedNs }: Extract<TraceMessage, { kind: 'output' }>): void {
    if (this.#finished) return;
    const event = this.#output.decode(stream, bytes);
    if (event) this.events.push({ event, happenedNs });
    this.#endFlood();
  }

  #endFlood(): void {
    if (!this.#output.exceeded) return;
    this.#end({ kind: 'finished', outcome: { kind: 'limit-exceeded', limit: 'output' } });
  }

  #push(event: TimedEvent['event']): void {
    this.events.push({ event, happenedNs: process.hrtime.bigint() });
  }

  #end(last: TimedEvent['event']): void {
    if (this.#finished) return;
    try {
      this.#drainPipes();
    } catch (error) {
      // The run is over either way: what was left in the pipes is all that is lost.
      this.#parts.troubled(error);
    }
    this.#finished = true;
    clearTimeout(this.#timer);
    clearInterval(this.#outputTimer);
    for (const event of this.#output.flush()) this.#push(event);
    const untold = untoldEvent(this.#untold, this.#untoldPlaces);
    if (untold) this.#push(untold);
    this.#push(last);
    this.events.close();
    this.#parts.held.sandbox.kill();
  }

  /** Reads what the tracer has read first: it was written before what the pipes now hold. */
  #readOutput(): void {
    try {
      this.#thread?.catchUp();
      this.#drainPipes();
    } catch (error) {
      // Called by timers, where an uncaught error would end the server.
      return this.#failed('internal', error);
    }
    this.#endFlood();
  }

  /** Also called at the end: output from before the program was stopped is part of the result. */
  #drainPipes(): void {
    if (!this.#started || this.#finished) return;
    for (const [fd, stream] of [
      [this.#parts.held.sandbox.stdoutFd, 'stdout'],
      [this.#parts.held.sandbox.stderrFd, 'stderr'],
    ] as const) {
      const bytes = readPipe(fd);
      const event = bytes && this.#output.decode(stream, bytes);
      if (event) this.#push(event);
    }
  }

  #fault(code: FaultCode, message: string): void {
    this.#end({ kind: 'faulted', code, message });
  }

  /** Logs what readers must not know. Once a run is over, failures are a consequence of its end. */
  #failed(code: FaultCode, error: unknown, message = faultMessage(error)): void {
    if (this.#finished) return;
    this.#parts.troubled(error);
    this.#fault(code, message);
  }

  #startFailed(why: string): void {
    // The descriptor may be closed by now, or belong to another run.
    if (this.#finished) return;
    this.#failed('sandbox-failed', this.#whyNotStarted(why));
  }

  #whyNotStarted(why: string): unknown {
    try {
      const said = Buffer.from(readPipe(this.#parts.held.sandbox.stderrFd) ?? []).toString('utf8');
      return new SandboxFailed(`the program could not be started: ${said || why}`);
    } catch (error) {
      return error;
    }
  }

  /**
   * bubblewrap ended: before the program started, that is our failure; later, the tracer knows
   * more.
   */
  async #sandboxGone(): Promise<void> {
    await this.#threadDone.promise;
    this.#thread?.catchUp();
    if (this.#started) this.#fault('tracer-failed', 'The program ended unseen.');
    else this.#startFailed('bubblewrap ended');
  }
}
