import { hasEnded, idleRun, type RunState } from '../../client/run-state.ts';
import { html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';
import { comparisonTable } from './comparison-table.ts';

/** Keeps a run on a reader's wish, and shows below each later one in which calls the two differ. */
export class KeptRun {
  readonly #button: HTMLElement;
  readonly #words: Words;
  readonly #section = document.createElement('section');
  #kept: RunState | null = null;
  #newest: RunState = idleRun;

  /** @param below the part of the playground that the comparison follows */
  constructor(button: HTMLElement, below: HTMLElement, words: Words) {
    this.#button = button;
    this.#words = words;
    this.#section.className = 'comparison kept';
    this.#section.hidden = true;
    below.after(this.#section);
    button.addEventListener('click', () => this.#toggle());
  }

  /** The newest run has come so far. It is compared once it has ended: until then, rows are missing. */
  show(state: RunState): void {
    if (!hasEnded(state) || !state.began) return;
    this.#newest = state;
    this.#button.hidden = false;
    if (this.#kept && this.#kept !== state) this.#compare(this.#kept, state);
  }

  #toggle(): void {
    this.#kept = this.#kept ? null : this.#newest;
    const isKept = this.#kept !== null;
    this.#button.textContent = this.#words.say(isKept ? 'tools.letGo' : 'tools.keep');
    this.#section.hidden = !isKept;
    if (isKept) this.#say(html`<p role="status">${this.#words.say('playground.runs.kept')}</p>`);
  }

  #compare(kept: RunState, state: RunState): void {
    const columns = [
      { name: this.#words.say('playground.runs.before'), state: kept },
      { name: this.#words.say('playground.runs.now'), state },
    ];
    this.#say(comparisonTable(columns, 'runs', this.#words));
  }

  #say({ markup }: { markup: string }): void {
    this.#section.innerHTML = markup;
  }
}
