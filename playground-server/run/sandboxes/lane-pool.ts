import type { HostIdentity } from '../../sandbox/plan.ts';

/** What a run has to itself until its last process is gone: ids on the host. */
export interface Lane {
  identity: HostIdentity;
}

/**
 * Lanes outnumber slots: a process with a live AIO context takes 30–50 ms to die, which is waiting
 * and no work, so it keeps its lane but gives its slot back.
 */
export class LanePool {
  readonly #free: Lane[];
  readonly #waiting: ((lane: Lane) => void)[] = [];
  readonly #count: number;
  #changed = Promise.withResolvers<void>();

  /** @param identityOf host ids of the nth lane */
  constructor(count: number, identityOf: (lane: number) => HostIdentity) {
    this.#count = count;
    this.#free = Array.from({ length: count }, (_, lane) => ({ identity: identityOf(lane) }));
  }

  get busy(): number {
    return this.#count - this.#free.length;
  }

  async acquire(): Promise<Lane> {
    const free = this.#free.pop();
    return free ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  release(lane: Lane): void {
    const next = this.#waiting.shift();
    if (next) next(lane);
    else this.#free.push(lane);
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }

  /** Resolves when every lane has come back, and with it the last process of its run. */
  async allFree(): Promise<void> {
    while (this.busy > 0) await this.#changed.promise;
  }
}
