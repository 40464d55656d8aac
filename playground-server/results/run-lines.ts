/** The events of one run in JSON, as far as a result may hold them. */
export class RunLines {
  readonly #maxLength: number;
  #lines: string[] = [];
  #length = 0;

  /** @param maxLength of all of them, in UTF-16 units */
  constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  add(line: string): void {
    this.#length += line.length;
    if (this.#length > this.#maxLength) this.#lines = [];
    else this.#lines.push(line);
  }

  /** Null if there were too many: a part of a tape is no evidence. */
  get all(): readonly string[] | null {
    return this.#length > this.#maxLength ? null : this.#lines;
  }
}
