import type { LimitName } from '../../protocol/index.ts';
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

  /** The limit that the last addition went beyond, or null. */
  get exceeded(): LimitName | null {
    if (this.#rowsLeft < 0) return 'output';
    return this.#lengthLeft < 0 ? 'tape-size' : null;
  }

  add({ kind, json }: EncodedRow): void {
    if (kind !== 'syscall-exit') this.#rowsLeft -= 1;
    this.#lengthLeft -= json.length;
  }
}
