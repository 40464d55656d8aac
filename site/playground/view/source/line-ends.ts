/** Writes at the ends of lines, and leaves alone what stands there already. */
export class LineEnds {
  /** What stands there: to read it from the page would be to write it out anew. */
  readonly #written = new WeakMap<Element, string>();

  write(end: Element, markup: string): void {
    if ((this.#written.get(end) ?? end.innerHTML) === markup) return;
    end.innerHTML = markup;
    this.#written.set(end, markup);
  }
}
