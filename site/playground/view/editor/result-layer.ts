import type { Step } from '../in-slices.ts';
import { LineEnds } from '../source/line-ends.ts';
import { lineResult } from '../source/line-result.ts';
import type { LineResult } from '../source/line-result.ts';
import type { TapeContext } from '../tape-context.ts';

/**
 * The results of lines, laid over an editor's right edge in the page's own markup: an editor
 * scrolls long lines out of view, and would take with them whatever followed them.
 */
export class ResultLayer {
  readonly #roll = document.createElement('div');
  readonly #context: TapeContext;
  readonly #ends = new LineEnds();

  constructor(host: HTMLElement, context: TapeContext) {
    this.#context = context;
    const layer = document.createElement('div');
    layer.className = 'result-layer';
    layer.append(this.#roll);
    host.append(layer);
  }

  /**
   * Shows results line by line.
   *
   * @param topOf where a line begins, in px from the beginning of the source
   */
  *show(results: readonly LineResult[], topOf: (line: number) => number): Generator<Step> {
    const known = new Map(this.#elements.map((element) => [element.dataset['line'], element]));
    const roll = this.#roll;
    for (const [at, result] of results.entries()) {
      const element = known.get(String(result.line)) ?? this.#make(result.line, topOf);
      if (roll.children[at] !== element) roll.insertBefore(element, roll.children[at] ?? null);
      yield this.#write(element, result);
    }
    for (const gone of this.#elements.slice(results.length)) gone.remove();
    this.place(topOf);
  }

  /** Moves the results to where their lines are now. */
  place(topOf: (line: number) => number): void {
    // All are asked for before any is moved: each move would have the page laid out anew.
    const topsPx = this.#elements.map(({ dataset }) => topOf(Number(dataset['line'])));
    this.#elements.forEach(({ style }, at) => (style.insetBlockStart = `${topsPx[at]}px`));
  }

  scrollTo(topPx: number): void {
    this.#roll.style.translate = `0 ${-topPx}px`;
  }

  remove(): void {
    this.#roll.parentElement?.remove();
  }

  get #elements(): HTMLElement[] {
    return [...this.#roll.children] as HTMLElement[];
  }

  #make(line: number, topOf: (line: number) => number): HTMLElement {
    const element = document.createElement('div');
    element.className = 'line-end';
    element.dataset['line'] = String(line);
    element.style.insetBlockStart = `${topOf(line)}px`;
    return element;
  }

  #write(element: HTMLElement, result: LineResult): number {
    // Lists of calls are found by id, so these need ids other than the page's.
    const place = `${this.#context.id}-editor`;
    return this.#ends.write(element, lineResult(result, this.#context, { place }).markup);
  }
}
