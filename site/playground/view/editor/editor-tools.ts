import { stepCodeZoom } from '../code-zoom.ts';
import type { EditSession } from '../edit-session.ts';
import type { Parts } from '../parts.ts';
import type { Words } from '../../../words/words.ts';
import { formatInPlace } from './format/format-in-place.ts';

/**
 * The row of tools below an editor. Made when the first editor opens: just to read, nobody needs
 * it.
 */
export class EditorTools {
  readonly #parts: Parts;
  readonly #words: Words;
  readonly #session: EditSession;
  #row: HTMLElement | undefined;

  constructor(parts: Parts, words: Words, session: EditSession) {
    this.#parts = parts;
    this.#words = words;
    this.#session = session;
  }

  show(): void {
    if (this.#row) return;
    this.#row = document.createElement('div');
    this.#row.className = 'editor-tools';
    this.#row.role = 'group';
    this.#row.ariaLabel = this.#words.say('playground.editor.tools');
    const format = this.#button('format', () => this.#format());
    format.setAttribute('aria-keyshortcuts', 'Shift+Alt+F');
    this.#row.append(
      format,
      this.#button('smaller', () => stepCodeZoom(-1)),
      this.#button('larger', () => stepCodeZoom(1)),
      this.#runSwitch(),
    );
    this.#parts.editor.after(this.#row);
    formatOnShortcut(this.#parts.editor, () => this.#format());
  }

  #format(): void {
    const say = (key: string) => {
      this.#parts.hint.textContent = this.#words.say(key);
    };
    void formatInPlace(this.#session, say);
  }

  #button(name: string, press: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['tool'] = name;
    button.textContent = this.#words.say(`playground.editor.${name}`);
    button.title = this.#words.say(`playground.editor.${name}Hint`);
    button.addEventListener('click', press);
    return button;
  }

  #runSwitch(): HTMLLabelElement {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.addEventListener('change', () => this.#session.runAsTyped(box.checked));
    label.title = this.#words.say('playground.editor.runAsTypedHint');
    label.append(box, this.#words.say('playground.editor.runAsTyped'));
    return label;
  }
}

/** By its place on the keyboard: with Alt held, the letter differs from layout to layout. */
function formatOnShortcut(host: HTMLElement, format: () => void): void {
  host.addEventListener('keydown', (event) => {
    if (event.code !== 'KeyF' || !event.shiftKey || !event.altKey) return;
    event.preventDefault();
    format();
  });
}
