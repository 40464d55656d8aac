import { UsedTime } from './used-time.ts';

/**
 * Lines of waiting items, one per client, served in turns: the next is the client that has held slots
 * for the shortest time, and of several the one that has waited longest. It supplies its oldest item
 * and goes to the back.
 */
export class Turns<T> {
  /** The order of the keys is the order of turns among equals. */
  readonly #lines = new Map<string, T[]>();
  readonly #used = new UsedTime((client) => this.#lines.has(client));

  get size(): number {
    return [...this.#lines.values()].reduce((sum, line) => sum + line.length, 0);
  }

  add(client: string, item: T): void {
    const line = this.#lines.get(client);
    if (line) line.push(item);
    else {
      this.#lines.set(client, [item]);
      this.#used.come(client);
    }
  }

  /**
   * Removes and returns the item whose turn it is; undefined if none is waiting.
   * @param mayGo whether this client may have its turn now; if not, it keeps its place
   */
  next(mayGo: (client: string) => boolean = () => true): T | undefined {
    // sort is stable: among equals the first line stays the first.
    const turn = [...this.#lines]
      .sort(([one], [other]) => this.#used.of(one) - this.#used.of(other))
      .find(([client]) => mayGo(client));
    if (!turn) return undefined;
    const [client, [item, ...rest]] = turn;
    this.#lines.delete(client);
    if (rest.length > 0) this.#lines.set(client, rest);
    this.#used.begin(client);
    return item;
  }

  /** To be called when a turn is over. @param heldMs how long its slot was held */
  end(client: string, heldMs: number): void {
    if (this.size === 0) this.#used.forget();
    else this.#used.end(client, heldMs, this.#lines.size + 1);
  }

  remove(client: string, item: T): void {
    const line = this.#lines.get(client)?.filter((other) => other !== item) ?? [];
    // Map#set keeps the key's place, so giving up one item does not cost the client its turn.
    if (line.length > 0) this.#lines.set(client, line);
    else this.#lines.delete(client);
  }

  /** Removes and returns the newest item of the longest line, unless no line has more than one. */
  takeNewestOfLongest(): T | undefined {
    const [line = []] = [...this.#lines.values()].sort((a, b) => b.length - a.length);
    return line.length > 1 ? line.pop() : undefined;
  }

  /** All items in the order of their turns, if nobody comes or leaves, and none takes long. */
  order(): T[] {
    const turns = [...this.#lines].flatMap(([client, line]) =>
      line.map((item, nth) => ({ item, nth, startMs: this.#used.after(client, nth) })),
    );
    // Among equals, who has had a turn goes to the back.
    return turns.sort((a, b) => a.startMs - b.startMs || a.nth - b.nth).map(({ item }) => item);
  }
}
