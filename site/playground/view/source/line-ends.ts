/** Writes at the ends of lines, and leaves alone what stands there already. */
export class LineEnds {
  /** What stands there: to read it from the page would be to write it out anew. */
  readonly #written = new WeakMap<Element, string>();

  /** @returns how many lines it has written: one, or none */
  write(end: Element, markup: string): number {
    if ((this.#written.get(end) ?? end.innerHTML) === markup) return 0;
    end.innerHTML = markup;
    this.#written.set(end, markup);
    return 1;
  }
}
