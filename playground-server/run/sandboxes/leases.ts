import assert from 'node:assert/strict';
import type { HostIdentity } from '../../sandbox/plan.ts';

/** Host ids that belong to one sandbox until its last process is gone. */
export interface Lease {
  readonly identity: HostIdentity;
}

/**
 * Lends host ids to one sandbox at a time, since the kernel counts processes by id, setrlimit(2).
 */
export class Leases {
  readonly #free: Lease[];
  readonly #out = new Set<Lease>();
  readonly #waiting: ((lease: Lease) => void)[] = [];
  #changed = Promise.withResolvers<void>();

  /** @param identities host ids of each lease */
  constructor(identities: readonly HostIdentity[]) {
    this.#free = identities.map((identity) => ({ identity }));
  }

  /** How many are on loan. */
  get out(): number {
    return this.#out.size;
  }

  /** A free lease, or null. */
  take(): Lease | null {
    // The one returned first, for whose last sandbox the kernel has had longest to stop counting.
    const lease = this.#free.shift();
    if (!lease) return null;
    this.#out.add(lease);
    return lease;
  }

  /** A free lease, now or as soon as one is returned. */
  async acquire(): Promise<Lease> {
    return this.take() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Call once for each lease, when no process has its ids any more. */
  release(lease: Lease): void {
    assert(this.#out.has(lease), 'a lease came back that was not out');
    const next = this.#waiting.shift();
    if (next) return next(lease);
    this.#out.delete(lease);
    this.#free.push(lease);
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }

  /** Resolves when every lease has been returned, and the last process of each sandbox is gone. */
  async allFree(): Promise<void> {
    while (this.#out.size > 0) await this.#changed.promise;
  }
}
