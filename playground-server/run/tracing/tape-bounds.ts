import type { EncodedRow } from './tape-row.ts';

/** How much a run may put on its tape. */
export class TapeBounds {
  #rowsLeft: number;
  #lengthLeft: number;

  /** @param rows calls and signals @param length characters of JSON of all events together */
  constructor(rows: number, length: number) {
    this.#rowsLeft = rows;
    this.#lengthLeft = length;
  }

  /** Whether there is no room for another row. */
  get areReached(): boolean {
    return this.#rowsLeft <= 0 || this.#lengthLeft <= 0;
  }

  add({ kind, json }: EncodedRow): void {
    if (kind !== 'syscall-exit') this.#rowsLeft -= 1;
    this.#lengthLeft -= json.length;
  }
}
