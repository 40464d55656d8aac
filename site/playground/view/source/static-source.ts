import type { Diagnostic } from '../../client/run-state.ts';
import type { TapeContext } from '../tape-context.ts';
import type { Language } from '../../../../playground-server/protocol/language-table.ts';
import { highlightSource, sourceLine } from './highlight-source.ts';
import type { Step } from '../in-slices.ts';
import { LineEnds } from './line-ends.ts';
import { lineResult } from './line-result.ts';
import type { LineResult } from './line-result.ts';
import type { SourcePane } from './source-pane.ts';

/** The highlighted source that came with the page, brought up to date by live runs. */
export class StaticSource implements SourcePane {
  readonly #host: HTMLElement;
  readonly #context: TapeContext;
  readonly #language: Language;
  /** The lines that came with the page, while others replace them. */
  #given: Node[] | null = null;
  readonly #ends = new LineEnds();

  constructor(host: HTMLElement, context: TapeContext, language: Language) {
    this.#host = host;
    this.#context = context;
    this.#language = language;
    this.#number();
  }

  /** Shows another source, in the browser's own colours. Null brings the given one back. */
  setSource(source: string | null): void {
    const code = this.#host.querySelector('code')!;
    const { id } = this.#context;
    this.#given ??= [...code.childNodes];
    if (source === null) return code.replaceChildren(...this.#given);
    const lines = highlightSource(source, this.#language).map((text, at) =>
      sourceLine(text, at + 1, id),
    );
    code.innerHTML = lines.map(({ markup }) => markup).join('\n');
    this.#number();
  }

  *setLineResults(results: readonly LineResult[]): Generator<Step> {
    const byLine = new Map(results.map((result) => [result.line, result]));
    for (const line of this.#lines()) {
      const result = byLine.get(Number(line.dataset['line']));
      const slot = line.querySelector('.line-end');
      if (slot)
        yield this.#ends.write(slot, result ? lineResult(result, this.#context).markup : '');
    }
  }

  setDiagnostics(diagnostics: readonly Diagnostic[]): void {
    const severities = new Map(diagnostics.map(({ line, severity }) => [line, severity]));
    for (const line of this.#lines()) {
      const severity = severities.get(Number(line.dataset['line']));
      if (severity) line.dataset['severity'] = severity;
      else delete line.dataset['severity'];
    }
  }

  markLine(line: number | null): void {
    for (const element of this.#lines()) {
      element.toggleAttribute('data-marked', element.dataset['line'] === String(line));
    }
  }

  /** Lines that begin with another number than 1 show theirs. */
  #number(): void {
    const { words } = this.#context;
    if (words.line(1) === '1') return;
    for (const { dataset } of this.#lines())
      dataset['number'] = words.line(Number(dataset['line']));
  }

  #lines(): NodeListOf<HTMLElement> {
    return this.#host.querySelectorAll<HTMLElement>('.line[data-line]');
  }
}
