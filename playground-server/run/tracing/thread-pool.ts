import assert from 'node:assert/strict';
import { TracerThread } from './tracer-thread.ts';

/**
 * A thread is free a few milliseconds after the last event of its run, and starting one takes a hundred
 * times as long. What is not free by then follows a process that the kernel does not let die.
 */
const patienceMs = 500;

/**
 * Tracing threads that wait for work; each takes 15 MiB. If all are busy, the next one that comes back
 * is waited for, and another is started only when that takes too long.
 */
export class ThreadPool {
  readonly #idle: TracerThread[] = [];
  /** Who waits for a thread, in turn. */
  readonly #waiting = new Set<(thread: TracerThread | null) => void>();
  readonly #keep: number;
  readonly #start: () => Promise<TracerThread>;
  readonly #patienceMs: number;
  #busy = 0;
  #closed = false;

  /** @param keep threads that need no waiting, and most idle threads; any more are ended */
  constructor(keep: number, start = () => TracerThread.start(), patience = patienceMs) {
    this.#keep = keep;
    this.#start = start;
    this.#patienceMs = patience;
  }

  /**
   * Starts threads ahead of need, the first before the others: on the very first start it is the one that
   * strips types and compiles, which takes 10 MiB and twice as long.
   */
  async warm(): Promise<void> {
    const startOne = async () => void this.#idle.push(await this.#start());
    await startOne();
    const threads = Array.from({ length: this.#keep - 1 }, startOne);
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
    const thread =
      this.#livingThread() ??
      (this.#busy < this.#keep ? null : await this.#next()) ??
      (await this.#start());
    this.#busy += 1;
    return thread;
  }

  /** The next thread that comes back; null if it came back broken, or took too long. */
  #next(): Promise<TracerThread | null> {
    const { promise, resolve } = Promise.withResolvers<TracerThread | null>();
    this.#waiting.add(resolve);
    const timer = setTimeout(() => this.#tell(resolve, null), this.#patienceMs);
    return promise.finally(() => clearTimeout(timer));
  }

  #tell(waiting: (thread: TracerThread | null) => void, thread: TracerThread | null): void {
    this.#waiting.delete(waiting);
    waiting(thread);
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
    const [next] = this.#waiting;
    const isWanted = next !== undefined || this.#idle.length < this.#keep;
    const isKept = condition === 'clean' && !this.#closed && isWanted;
    if (next) this.#tell(next, isKept ? thread : null);
    else if (isKept) this.#idle.push(thread);
    if (!isKept) await thread.stop();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#idle.splice(0).map((thread) => thread.stop()));
  }
}
