import { LRUCache } from 'lru-cache';

export interface AllowanceBounds {
  /** Links that a client may make at once. */
  burst: number;
  /** After that, one for each of these. */
  secondsPerLink: number;
}

/** Clients that are remembered: one that is forgotten starts with a full allowance. */
const maxClients = 10_000;

/** How many links a client may make: a bucket of tokens that fills up again with time. */
export class LinkAllowance {
  readonly #bounds: AllowanceBounds;
  readonly #nowMs: () => number;
  /** When each client's bucket will be full again. */
  readonly #fullAtMs = new LRUCache<string, number>({ max: maxClients });

  constructor(bounds: AllowanceBounds, nowMs: () => number = () => performance.now()) {
    this.#bounds = bounds;
    this.#nowMs = nowMs;
  }

  /** Takes one link of a client's allowance: 0, or the seconds until there is one to take. */
  take(client: string): number {
    const { burst, secondsPerLink } = this.#bounds;
    const nowMs = this.#nowMs();
    const fullAtMs = Math.max(this.#fullAtMs.get(client) ?? 0, nowMs) + secondsPerLink * 1000;
    const waitMs = fullAtMs - nowMs - burst * secondsPerLink * 1000;
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    this.#fullAtMs.set(client, fullAtMs);
    return 0;
  }
}
