import { once } from 'node:events';
import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort,
} from 'node:worker_threads';
import { faultMessage } from '../fault-message.ts';
import { RulesSender } from './sent-rules.ts';
import type { SentJob, TraceJob, TraceMessage } from './trace-messages.ts';

/** Limits of a tracing thread's old and young generation: it holds one call at a time. */
const resourceLimits = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 8 };

/** A thread that traces one run at a time. */
export class TracerThread {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #rules = new RulesSender();
  #listener: ((message: TraceMessage) => void) | null = null;
  #ended = false;

  private constructor(worker: Worker, port: MessagePort) {
    this.#worker = worker;
    this.#port = port;
    port.on('message', (message: TraceMessage) => this.#hear(message));
    worker.on('error', (error) =>
      this.#listener?.({ kind: 'failed', message: faultMessage(error), error }),
    );
    worker.on('exit', () => {
      this.#ended = true;
      this.#listener?.({ kind: 'thread-ended' });
    });
    // Waiting threads must not keep the server alive.
    this.#keepAlive(false);
  }

  /** A thread that has ended, e.g. because memory ran out, traces nothing any more. */
  get hasEnded(): boolean {
    return this.#ended;
  }

  static async start(): Promise<TracerThread> {
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(new URL('./trace-worker.ts', import.meta.url), {
      workerData: port2,
      transferList: [port2],
      resourceLimits,
    });
    await once(worker, 'message');
    return new TracerThread(worker, port1);
  }

  /**
   * Traces a run; `listener` receives every message; the last says that it is done, or why not. Until
   * then it keeps the process alive.
   */
  trace(job: TraceJob, listener: (message: TraceMessage) => void): void {
    this.#listener = listener;
    this.#keepAlive(true);
    const sent: SentJob = { ...job, actions: this.#rules.send(job.actions) };
    this.#port.postMessage(sent);
  }

  /** Delivers the thread's messages so far, so that they come before what is read later. */
  catchUp(): void {
    for (;;) {
      const received = receiveMessageOnPort(this.#port);
      if (!received) return;
      this.#hear(received.message as TraceMessage);
    }
  }

  #hear(message: TraceMessage): void {
    if (message.kind === 'done' || message.kind === 'failed') this.#keepAlive(false);
    this.#listener?.(message);
  }

  /** Of a thread that ends unexpectedly, the port is closed before the end is heard. */
  #keepAlive(isBusy: boolean): void {
    for (const handle of [this.#port, this.#worker]) {
      if (isBusy) handle.ref();
      else handle.unref();
    }
  }

  /** Ends the thread and, through PTRACE_O_EXITKILL, every tracee that it still has. */
  async stop(): Promise<void> {
    this.#listener = null;
    await this.#worker.terminate();
  }
}
