import { hasFailed } from '../../client/run-state.ts';
import type { TapeRow } from '../../client/run-state.ts';
import type { Words } from '../../../words/words.ts';

/** What the tools of a tape do to it. */
interface ToolHandlers {
  showErrorsOnly: (isOn: boolean) => void;
  goToError(step: 1 | -1): void;
}

/** Fewer calls are seen at a glance, and need no tools. */
const fewestCalls = 8;

/** The letters of next and previous, while the tape has the focus. */
const stepOfKey: Readonly<Record<string, 1 | -1>> = { n: 1, p: -1 };

/** The tools of a long tape, in its head. Made when the first such tape comes. */
export class TapeTools {
  readonly #region: HTMLElement;
  readonly #words: Words;
  readonly #handlers: ToolHandlers;
  #row: HTMLElement | undefined;
  #forErrors: HTMLElement[] = [];

  constructor(region: HTMLElement, words: Words, handlers: ToolHandlers) {
    this.#region = region;
    this.#words = words;
    this.#handlers = handlers;
    region.addEventListener('keydown', (event) => {
      const step = stepOfKey[event.key];
      if (step && !event.ctrlKey && !event.metaKey && !event.altKey) handlers.goToError(step);
    });
  }

  show(rows: readonly TapeRow[]): void {
    if (rows.length < fewestCalls && !this.#row) return;
    this.#row ??= this.#make();
    this.#row.hidden = rows.length < fewestCalls;
    const hasErrors = rows.some(hasFailed);
    for (const tool of this.#forErrors) tool.hidden = !hasErrors;
  }

  #make(): HTMLElement {
    const row = document.createElement('span');
    row.className = 'tape-tools';
    row.role = 'group';
    row.ariaLabel = this.#words.say('playground.tape.tools');
    this.#forErrors = [
      this.#switch('errorsOnly', this.#handlers.showErrorsOnly),
      this.#button('previousError', 'p', '↑'),
      this.#button('nextError', 'n', '↓'),
    ];
    const since = this.#switch('since', (isOn) => this.#region.toggleAttribute('data-since', isOn));
    row.append(since, ...this.#forErrors);
    this.#region.previousElementSibling!.lastElementChild!.before(row);
    return row;
  }

  #switch(name: string, change: (isOn: boolean) => void): HTMLElement {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.addEventListener('change', () => change(box.checked));
    label.append(box, this.#words.say(`playground.tape.${name}`));
    return label;
  }

  #button(name: string, key: string, sign: string): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.ariaLabel = this.#words.say(`playground.tape.${name}`);
    button.title = `${button.ariaLabel} (${key})`;
    button.setAttribute('aria-keyshortcuts', key);
    button.addEventListener('click', () => this.#handlers.goToError(stepOfKey[key]!));
    return button;
  }
}
