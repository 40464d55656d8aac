import { linesNow } from '../../client/lines-now.ts';
import type { FindLine, LineNow } from '../../client/lines-now.ts';

/** The lines of a source that was run, and where each is in the reader's present source. */
export class RunLines {
  readonly source: string;
  /** The last comparison, kept because every move of the cursor may need it. */
  #known: { now: string; find: FindLine } | undefined;

  constructor(source: string) {
    this.source = source;
  }

  now(line: number, source: string): LineNow | null {
    if (this.#known?.now !== source)
      this.#known = { now: source, find: linesNow(this.source, source) };
    return this.#known.find(line);
  }

  /** The reverse: the number that a line of the present source had, or null. */
  then(line: number, source: string): number | null {
    const count = this.source.split('\n').length;
    for (let then = 1; then <= count; then++)
      if (this.now(then, source)?.line === line) return then;
    return null;
  }
}
