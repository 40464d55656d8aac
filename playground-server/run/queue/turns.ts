/**
 * Lines of waiting items, one per client, served in turns: the client whose turn it is supplies its
 * oldest item and goes to the back of the round.
 */
export class Turns<T> {
  /** The order of the keys is the order of turns. */
  readonly #lines = new Map<string, T[]>();

  get size(): number {
    return [...this.#lines.values()].reduce((sum, line) => sum + line.length, 0);
  }

  add(client: string, item: T): void {
    const line = this.#lines.get(client);
    if (line) line.push(item);
    else this.#lines.set(client, [item]);
  }

  /**
   * Removes and returns the item whose turn it is; undefined if none is waiting.
   * @param mayGo whether this client may have its turn now; if not, it keeps its place
   */
  next(mayGo: (client: string) => boolean = () => true): T | undefined {
    const turn = this.#lines.entries().find(([client]) => mayGo(client));
    if (!turn) return undefined;
    const [client, [item, ...rest]] = turn;
    this.#lines.delete(client);
    if (rest.length > 0) this.#lines.set(client, rest);
    return item;
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

  /**
   * How many calls of `next` it takes to reach a waiting item, if nobody comes or leaves: the items
   * ahead of it in its own line, and from each other line as many as get their turn before it.
   */
  positionOf(client: string, item: T): number {
    const ahead = this.#lines.get(client)?.indexOf(item) ?? 0;
    let position = 1 + ahead;
    let turnsBefore = ahead + 1;
    for (const [other, line] of this.#lines) {
      if (other === client) turnsBefore = ahead;
      else position += Math.min(line.length, turnsBefore);
    }
    return position;
  }
}
