import { ringSteps, type RingStep } from '../../client/ring-steps.ts';
import type { TapeRow } from '../../client/run-state.ts';
import { shortNames } from '../../client/short-names.ts';
import type { Words } from '../../../words/words.ts';
import { ringFigure } from './ring-figure.ts';

/** Calls beyond these are not stepped through. */
const callsStepped = 1000;

/** Where each key leads from step `at` of `count`. */
const leads: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * Steps through a finished tape call by call, and draws the completion ring as it was after each,
 * worked out when a reader opens it. Its place is there from the start: one that came with the first
 * ring would have the whole playground styled anew, at the end of a run of ten thousand calls.
 */
export class RingStepper {
  /** Hidden while no tape shows a ring. */
  readonly element: HTMLDetailsElement;
  readonly #words: Words;
  readonly #choose: (row: TapeRow) => void;
  #rows: readonly TapeRow[] = [];
  #steps: RingStep[] = [];
  #at = 0;

  /**
   * @param before what it stands after on the page
   * @param choose marks the call of a step, and its line
   */
  constructor(before: HTMLElement, words: Words, choose: (row: TapeRow) => void) {
    this.#words = words;
    this.#choose = choose;
    this.element = this.#make();
    before.after(this.element);
  }

  /** Takes a tape that has ended. */
  show(rows: readonly TapeRow[]): void {
    this.#rows = rows.slice(0, callsStepped);
    const hasRing = this.#rows.some(({ status }) => status.kind === 'returned' && status.ring);
    this.element.hidden = !hasRing;
    this.#at = 0;
    this.#steps = [];
    if (this.element.open) this.#open();
  }

  #make(): HTMLDetailsElement {
    const element = document.createElement('details');
    element.className = 'ring';
    element.hidden = true;
    const summary = document.createElement('summary');
    summary.textContent = this.#words.say('ring.title');
    const bar = document.createElement('div');
    bar.className = 'ring-steps';
    const place = document.createElement('output');
    bar.append(
      this.#button(this.#words.say('ring.previous'), '←', 'ArrowLeft'),
      place,
      this.#button(this.#words.say('ring.next'), '→', 'ArrowRight'),
    );
    const figure = document.createElement('div');
    figure.className = 'ring-figure';
    element.append(summary, bar, figure);
    element.addEventListener('toggle', () => element.open && this.#open());
    element.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (this.#lead(event.key)) event.preventDefault();
    });
    return element;
  }

  #button(label: string, sign: string, key: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.ariaLabel = label;
    button.title = `${label} (${sign})`;
    button.addEventListener('click', () => this.#lead(key));
    return button;
  }

  #open(): void {
    this.#steps = ringSteps(this.#rows);
    this.#draw();
  }

  /** Whether the key leads anywhere. */
  #lead(key: string): boolean {
    const to = leads[key]?.(this.#at, this.#steps.length);
    if (to === undefined || !this.#steps[to]) return to !== undefined;
    this.#at = to;
    this.#draw();
    this.#choose(this.#steps[to].row);
    return true;
  }

  #draw(): void {
    const step = this.#steps[this.#at];
    if (!step) return;
    const { nameOf } = shortNames(this.#rows);
    const place = this.element.querySelector('output')!;
    place.textContent = `${this.#at + 1} / ${this.#steps.length}`;
    const [previous, next] = this.element.querySelectorAll('button');
    // Not `disabled`, which would take the focus away from a reader who has come to the end.
    previous!.ariaDisabled = String(this.#at === 0);
    next!.ariaDisabled = String(this.#at === this.#steps.length - 1);
    const figure = this.element.querySelector('.ring-figure')!;
    figure.innerHTML = ringFigure(step, nameOf, this.#words).markup;
  }
}
