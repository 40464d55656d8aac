/** Refusals in one window that a client hears at once: a reader's page asks no oftener. */
const heardAtOnce = 10;

/** Long against what a refusal costs, and short against the wait that it names. */
const lateMs = 500;

/** Requests that are kept waiting at a time; more of them would be a burden themselves. */
const mostWaiting = 1000;

/**
 * Answers late to clients that ask on and on though they were refused. A script that does not read
 * `Retry-After` would otherwise ask as fast as it is answered, and saying no to it takes the
 * processor away from those who were not refused.
 */
export class LateRefusals {
  #waiting = 0;

  /** @param refused how many times the client has been refused in this window */
  async hold(refused: number): Promise<void> {
    if (refused <= heardAtOnce || this.#waiting >= mostWaiting) return;
    this.#waiting += 1;
    await new Promise((resolve) => setTimeout(resolve, lateMs));
    this.#waiting -= 1;
  }
}
