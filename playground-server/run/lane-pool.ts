import type { HostIdentity } from '../sandbox/plan.ts';
import { TracerThread } from './tracer-thread.ts';

/** What a run has to itself until its last process is gone: host ids and a tracing thread. */
export interface Lane {
  number: number;
  identity: HostIdentity;
  thread: TracerThread;
}

/**
 * Lanes outnumber slots: a process with a live AIO context takes 30–50 ms to die, which is waiting
 * and no work, so it keeps its lane but gives its slot back. Lanes are made when first needed.
 */
export class LanePool {
  readonly #free: Lane[] = [];
  readonly #waiting: ((lane: Lane) => void)[] = [];
  readonly #identityOf: (lane: number) => HostIdentity;
  readonly #largest: number;
  #made = 0;
  #busy = 0;
  #idle = Promise.withResolvers<void>();

  /** @param largest number of lanes @param identityOf host ids of a lane */
  constructor(largest: number, identityOf: (lane: number) => HostIdentity) {
    this.#largest = largest;
    this.#identityOf = identityOf;
  }

  get busy(): number {
    return this.#busy;
  }

  /** Makes lanes ahead of need. */
  async warm(count: number): Promise<void> {
    const missing = Math.min(count, this.#largest) - this.#made;
    await Promise.all(
      Array.from({ length: missing }, async () => this.#free.push(await this.#make())),
    );
  }

  async acquire(): Promise<Lane> {
    if (this.#busy === 0) this.#idle = Promise.withResolvers();
    this.#busy += 1;
    const free = this.#free.pop();
    if (free) return free;
    if (this.#made < this.#largest) return this.#make();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** @param condition "broken" replaces the thread, whose tracees die with it */
  async release(lane: Lane, condition: 'clean' | 'broken'): Promise<void> {
    if (condition === 'broken') {
      await lane.thread.stop();
      lane.thread = await TracerThread.start();
    }
    this.#busy -= 1;
    const next = this.#waiting.shift();
    if (next) next(lane);
    else this.#free.push(lane);
    if (this.#busy === 0) this.#idle.resolve();
  }

  /** Waits for every lane to come back, and with it the last process of its run; ends the threads. */
  async close(): Promise<void> {
    if (this.#busy > 0) await this.#idle.promise;
    await Promise.all(this.#free.splice(0).map((lane) => lane.thread.stop()));
  }

  async #make(): Promise<Lane> {
    const number = this.#made++;
    return { number, identity: this.#identityOf(number), thread: await TracerThread.start() };
  }
}
