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
  #results: readonly LineResult[] = [];

  constructor(host: HTMLElement, context: TapeContext) {
    this.#context = context;
    const layer = document.createElement('div');
    layer.className = 'result-layer';
    layer.append(this.#roll);
    host.append(layer);
  }

  /** @param topOf where a line begins, in px from the beginning of the source */
  show(results: readonly LineResult[], topOf: (line: number) => number): void {
    this.#results = results;
    this.#roll.replaceChildren(...results.map((result) => this.#element(result)));
    this.place(topOf);
  }

  /** Moves the results to where their lines are now. */
  place(topOf: (line: number) => number): void {
    this.#results.forEach(({ line }, at) => {
      const element = this.#roll.children[at] as HTMLElement;
      element.style.insetBlockStart = `${topOf(line)}px`;
    });
  }

  scrollTo(topPx: number): void {
    this.#roll.style.translate = `0 ${-topPx}px`;
  }

  remove(): void {
    this.#roll.parentElement?.remove();
  }

  #element(result: LineResult): HTMLElement {
    const element = document.createElement('div');
    element.className = 'line-end';
    element.dataset['line'] = String(result.line);
    // Lists of calls are found by id, so these need ids other than the page's.
    element.innerHTML = lineResult(result, this.#context, `${this.#context.id}-editor`).markup;
    return element;
  }
}
