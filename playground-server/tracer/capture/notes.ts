/** More requests than a context of the playground can hold at a time. */
const mostInBook = 4096;

/** What calls noted for later ones, by book and number. One set per address space. */
export class Notes {
  readonly #books = new Map<string, Map<bigint, bigint>>();

  find(book: string, key: bigint): bigint | undefined {
    return this.#books.get(book)?.get(key);
  }

  write(book: string, key: bigint, value: bigint): void {
    const entries = this.#books.get(book) ?? new Map<bigint, bigint>();
    this.#books.set(book, entries);
    // Deleted first, so that insertion order stays oldest first.
    entries.delete(key);
    entries.set(key, value);
    const [oldest] = entries.keys();
    if (entries.size > mostInBook && oldest !== undefined) entries.delete(oldest);
  }

  strike(book: string, key: bigint): void {
    this.#books.get(book)?.delete(key);
  }
}
