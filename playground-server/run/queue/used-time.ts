/** What a turn costs at least: as long as a program takes that was compiled before and ends at once. */
const turnMs = 30;

/** Clients whose time is remembered; of those that do not wait, who came longest ago is forgotten. */
const remembered = 1000;

/**
 * How long each client has held slots, in the virtual time of start-time fair queueing (Goyal, Vin and
 * Cheng, 1996): who comes now starts where the client of the last turn started, so that nobody saves up
 * time by staying away.
 */
export class UsedTime {
  readonly #usedMs = new Map<string, number>();
  readonly #isWaiting: (client: string) => boolean;
  #floorMs = 0;

  /** @param isWaiting whose time must not be forgotten: with it would go the place among the others */
  constructor(isWaiting: (client: string) => boolean) {
    this.#isWaiting = isWaiting;
  }

  /** Virtual time of a client, in milliseconds. */
  of(client: string): number {
    return this.#usedMs.get(client) ?? this.#floorMs;
  }

  /** The same once so many more turns have begun. */
  after(client: string, turns: number): number {
    return this.of(client) + turns * turnMs;
  }

  /** A client that had nothing to wait for comes. */
  come(client: string): void {
    this.#set(client, Math.max(this.#floorMs, this.of(client)));
  }

  /** A turn begins: it is charged at least, since how long it will take is not known. */
  begin(client: string): void {
    this.#floorMs = Math.max(this.#floorMs, this.of(client));
    this.#set(client, this.of(client) + turnMs);
  }

  /**
   * A turn is over. Its time is at the cost of all who wait, so that those who come later start later:
   * else ever new clients would go before all who have had a turn. A quarter of it, because that is a
   * bound only; among the same clients, the turns that begin move on the start by themselves.
   *
   * @param heldMs how long its slot was held
   * @param clients that have waited, and this one
   */
  end(client: string, heldMs: number, clients: number): void {
    const costMs = Math.max(turnMs, heldMs);
    this.#set(client, this.of(client) + costMs - turnMs);
    this.#floorMs += costMs / (4 * clients);
  }

  /** Nobody waits, so that no client's time was at another's cost. */
  forget(): void {
    this.#usedMs.clear();
    this.#floorMs = 0;
  }

  #set(client: string, usedMs: number): void {
    this.#usedMs.delete(client);
    this.#usedMs.set(client, usedMs);
    if (this.#usedMs.size <= remembered) return;
    const oldest = this.#usedMs.keys().find((other) => !this.#isWaiting(other));
    if (oldest !== undefined) this.#usedMs.delete(oldest);
  }
}
