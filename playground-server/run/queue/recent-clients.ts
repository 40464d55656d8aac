import { siteOf } from './site-of.ts';

/** Long against a run, and short against a reader's patience. */
const memoryMs = 5000;

/** Clients and sites; those that came longest ago are forgotten. */
const remembered = 100;

/** Time of slots that was used, of which `e` parts are forgotten every `memoryMs`. */
interface Use {
  usedMs: number;
  /** When `usedMs` was true. */
  atMs: number;
}

/**
 * Who has come lately, and how much of the slots each has used of late. What the clients of one site
 * have used, each of them has: they may all be one customer's, who has 65,536 of them.
 */
export class RecentClients {
  /** When each came last, in that order. */
  readonly #cameMs = new Map<string, number>();
  /** By site, in the order in which they came last. */
  readonly #uses = new Map<string, Use>();

  /** A client asks for a slot. */
  come(client: string, nowMs: number): void {
    renew(this.#cameMs, client, nowMs);
    const site = siteAround(client);
    renew(this.#uses, site, this.#uses.get(site) ?? { usedMs: 0, atMs: nowMs });
  }

  /** A client has given its slot back. @param heldMs how long it was held */
  used(client: string, heldMs: number, nowMs: number): void {
    const use = this.#uses.get(siteAround(client));
    if (!use) return;
    use.usedMs = left(use, nowMs) + heldMs;
    use.atMs = nowMs;
  }

  /** Slots that a client has held of late, on average: 1 is one slot all the time. */
  slotsOf(client: string, nowMs: number): number {
    const use = this.#uses.get(siteAround(client));
    return use ? left(use, nowMs) / memoryMs : 0;
  }

  /** The others that have come since. */
  *othersSince(client: string, sinceMs: number): Generator<string> {
    for (const [other, cameMs] of this.#cameMs)
      if (other !== client && cameMs >= sinceMs) yield other;
  }
}

const siteAround = (client: string): string => siteOf(client) ?? client;

/** Puts an entry behind all others, and forgets the first if they have become too many. */
function renew<T>(entries: Map<string, T>, key: string, value: T): void {
  entries.delete(key);
  entries.set(key, value);
  const [oldest] = entries.keys();
  if (entries.size > remembered) entries.delete(oldest!);
}

const left = ({ usedMs, atMs }: Use, nowMs: number): number =>
  usedMs * Math.exp((atMs - nowMs) / memoryMs);
