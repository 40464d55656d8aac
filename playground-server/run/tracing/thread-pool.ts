import assert from 'node:assert/strict';
import { TracerThread } from './tracer-thread.ts';

/** Tracing threads that wait for work. If all are busy, another is started; each takes 15 MiB. */
export class ThreadPool {
  readonly #idle: TracerThread[] = [];
  readonly #keep: number;
  readonly #start: () => Promise<TracerThread>;
  #busy = 0;
  #closed = false;

  /** @param keep most idle threads; any more are ended */
  constructor(keep: number, start = () => TracerThread.start()) {
    this.#keep = keep;
    this.#start = start;
  }

  /** Starts threads ahead of need. */
  async warm(): Promise<void> {
    const threads = Array.from({ length: this.#keep }, async () => {
      this.#idle.push(await this.#start());
    });
    // Not Promise.all: `close`, which ends them, must know of every one that did start.
    for (const start of await Promise.allSettled(threads))
      if (start.status === 'rejected') throw start.reason;
  }

  get idle(): number {
    return this.#idle.length;
  }

  get busy(): number {
    return this.#busy;
  }

  async take(): Promise<TracerThread> {
    const thread = this.#livingThread() ?? (await this.#start());
    this.#busy += 1;
    return thread;
  }

  #livingThread(): TracerThread | undefined {
    for (let thread = this.#idle.pop(); thread; thread = this.#idle.pop()) {
      if (!thread.hasEnded) return thread;
    }
    return undefined;
  }

  /** @param condition a "broken" thread is ended, and its tracees with it */
  async giveBack(thread: TracerThread, condition: 'clean' | 'broken'): Promise<void> {
    this.#busy -= 1;
    assert(this.#busy >= 0, 'more threads came back than were taken');
    const wanted = condition === 'clean' && !this.#closed && this.#idle.length < this.#keep;
    if (wanted) this.#idle.push(thread);
    else await thread.stop();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#idle.splice(0).map((thread) => thread.stop()));
  }
}
