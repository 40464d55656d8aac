/** Longest time to wait for a thread that died with the lock; no holder needs a thousandth of it. */
const patienceMs = 100;

const free = 0;
const taken = 1;

/**
 * Two threads read the output of a program: its tracer before each call, the main thread between
 * calls. Whoever reads holds the lock until it has passed on what it read, so that bytes are told
 * in the order in which they were written.
 */
export class ReadingLock {
  readonly #state: Int32Array<SharedArrayBuffer>;

  /** @param shared four bytes that both threads have, zero at first */
  constructor(shared: SharedArrayBuffer) {
    this.#state = new Int32Array(shared);
  }

  hold(action: () => void): void {
    while (Atomics.compareExchange(this.#state, 0, free, taken) !== free) {
      if (Atomics.wait(this.#state, 0, taken, patienceMs) === 'timed-out') break;
    }
    try {
      action();
    } finally {
      Atomics.store(this.#state, 0, free);
      Atomics.notify(this.#state, 0, 1);
    }
  }
}
