/** How long to wait for a thread that died with the lock; no holder needs a thousandth of it. */
const patienceMs = 100;

const free = 0;
const taken = 1;

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

  hold(action: () => void): void {
    this.take();
    this.#releaseAfter(action);
  }

  /** Does nothing where the other thread holds it, instead of waiting. */
  holdIfFree(action: () => void): void {
    const isFree = Atomics.compareExchange(this.#state, 0, free, taken) === free;
    if (isFree) this.#releaseAfter(action);
  }

  take(): void {
    while (Atomics.compareExchange(this.#state, 0, free, taken) !== free) {
      if (Atomics.wait(this.#state, 0, taken, patienceMs) === 'timed-out') break;
    }
  }

  release(): void {
    Atomics.store(this.#state, 0, free);
    Atomics.notify(this.#state, 0, 1);
  }

  #releaseAfter(action: () => void): void {
    try {
      action();
    } finally {
      this.release();
    }
  }
}
