import assert from 'node:assert/strict';
import type { HostIdentity } from '../../sandbox/plan.ts';

/** The ids on the host that a sandbox has to itself until its last process is gone. */
export interface Lease {
  readonly identity: HostIdentity;
}

/** Lends host ids, each to one sandbox at a time: they also count its processes, setrlimit(2). */
export class Leases {
  readonly #free: Lease[];
  readonly #out = new Set<Lease>();
  readonly #waiting: ((lease: Lease) => void)[] = [];
  #changed = Promise.withResolvers<void>();

  /** @param identities host ids of each lease */
  constructor(identities: readonly HostIdentity[]) {
    this.#free = identities.map((identity) => ({ identity }));
  }

  /** How many sandboxes have one. */
  get out(): number {
    return this.#out.size;
  }

  /** One that is free, or null. */
  take(): Lease | null {
    // The one that came back first: what the kernel still counts of its last sandbox is longest ago.
    const lease = this.#free.shift();
    if (!lease) return null;
    this.#out.add(lease);
    return lease;
  }

  /** One that is free, now or as soon as one comes back. */
  async acquire(): Promise<Lease> {
    return this.take() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Called once for each lease, when no process has its ids any more. */
  release(lease: Lease): void {
    assert(this.#out.has(lease), 'a lease came back that was not out');
    const next = this.#waiting.shift();
    if (next) return next(lease);
    this.#out.delete(lease);
    this.#free.push(lease);
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }

  /** Resolves when every lease has come back, and with it the last process of its sandbox. */
  async allFree(): Promise<void> {
    while (this.#out.size > 0) await this.#changed.promise;
  }
}
