interface Visit {
  cameMs: number;
  /** Time of slots that it has used, of which `e` parts are forgotten every `memoryMs`. */
  usedMs: number;
  /** When `usedMs` was true. */
  atMs: number;
}

/** Long against a run, and short against a reader's patience. */
const memoryMs = 5000;

/** Those that came longest ago are forgotten. */
const remembered = 100;

/** Who has come lately, and how much of the slots each has used of late. */
export class RecentClients {
  /** The order of the keys is the order in which they came last. */
  readonly #visits = new Map<string, Visit>();

  /** A client asks for a slot. */
  come(client: string, nowMs: number): void {
    const visit = this.#visits.get(client) ?? { cameMs: nowMs, usedMs: 0, atMs: nowMs };
    this.#visits.delete(client);
    this.#visits.set(client, { ...visit, cameMs: nowMs });
    const [oldest] = this.#visits.keys();
    if (this.#visits.size > remembered) this.#visits.delete(oldest!);
  }

  /** A client has given its slot back. @param heldMs how long it was held */
  used(client: string, heldMs: number, nowMs: number): void {
    const visit = this.#visits.get(client);
    if (!visit) return;
    visit.usedMs = left(visit, nowMs) + heldMs;
    visit.atMs = nowMs;
  }

  /** Slots that a client has held of late, on average: 1 is one slot all the time. */
  slotsOf(client: string, nowMs: number): number {
    const visit = this.#visits.get(client);
    return visit ? left(visit, nowMs) / memoryMs : 0;
  }

  /** The others that have come since. */
  *othersSince(client: string, sinceMs: number): Generator<string> {
    for (const [other, { cameMs }] of this.#visits)
      if (other !== client && cameMs >= sinceMs) yield other;
  }
}

const left = ({ usedMs, atMs }: Visit, nowMs: number): number =>
  usedMs * Math.exp((atMs - nowMs) / memoryMs);
