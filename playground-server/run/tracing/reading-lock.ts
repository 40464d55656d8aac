/** How long to wait for a thread that died with the lock; no holder needs a thousandth of it. */
const patienceMs = 100;

const free = 0;
const taken = 1;
/** Taken, and the main thread waits for it. */
const wanted = 2;
/** Given up for the main thread, which has yet to notice. */
const left = 3;

/**
 * Two threads read a program's output: its tracer before each call, the main thread between calls.
 * The one that reads holds the lock until it has passed on what it read and all that happened
 * before, so that the tape is in the order in which it happened.
 */
export class ReadingLock {
  readonly #state: Int32Array<SharedArrayBuffer>;

  /** @param shared four bytes that both threads share, initially zero */
  constructor(shared: SharedArrayBuffer) {
    this.#state = new Int32Array(shared);
  }

  /** For the main thread. Does nothing where the tracer holds it, instead of waiting. */
  holdIfFree(action: () => void): void {
    if (this.#swap(free, taken) === free) this.#releaseAfter(action);
  }

  /**
   * For the main thread, which must not be kept waiting: acts at once if the lock is free, else as
   * soon as the tracer leaves it, which cannot take it again before.
   */
  async holdSoon(action: () => void): Promise<void> {
    while (this.#swap(free, taken) !== free) {
      if (this.#swap(taken, wanted) === free) continue;
      await Atomics.waitAsync(this.#state, 0, wanted, patienceMs).value;
      Atomics.store(this.#state, 0, taken);
      break;
    }
    this.#releaseAfter(action);
  }

  /** For the tracer, which the main thread does not keep waiting for long. */
  take(): void {
    for (;;) {
      const state = this.#swap(free, taken);
      if (state === free || Atomics.wait(this.#state, 0, state, patienceMs) === 'timed-out') break;
    }
  }

  release(): void {
    if (this.#swap(wanted, left) !== wanted) Atomics.store(this.#state, 0, free);
    Atomics.notify(this.#state, 0, 1);
  }

  /** Returns what it was. */
  #swap(from: number, to: number): number {
    return Atomics.compareExchange(this.#state, 0, from, to);
  }

  #releaseAfter(action: () => void): void {
    try {
      action();
    } finally {
      this.release();
    }
  }
}
