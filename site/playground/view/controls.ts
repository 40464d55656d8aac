import type { EditorKind } from './source-slot.ts';
import type { Words } from '../../words/words.ts';

const actions = ['run', 'cancel', 'edit', 'plainEditor', 'reset', 'undoReset'] as const;
type Action = (typeof actions)[number];

const isApple = /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** The buttons of a playground and its one shortcut; unveiled here, as they need JavaScript. */
export class Controls {
  readonly #buttons: Record<Action, HTMLButtonElement>;

  constructor(root: HTMLElement, words: Words, handlers: Record<Action, () => unknown>) {
    this.#buttons = Object.fromEntries(
      actions.map((action) => [action, root.querySelector(`[data-action="${action}"]`)]),
    ) as Record<Action, HTMLButtonElement>;
    for (const action of actions) {
      this.#buttons[action].addEventListener('click', () => void handlers[action]());
    }
    this.#showShortcut(words);
    runOnShortcut(root, handlers.run);
    root.querySelector<HTMLElement>('.controls')!.hidden = false;
  }

  /** A run is under way, so that it can be cancelled, or is not. */
  running(isRunning: boolean): void {
    const { run, cancel } = this.#buttons;
    // A button that goes while it has the focus would drop a keyboard reader at the page's top.
    if (!isRunning && document.activeElement === cancel) run.focus();
    cancel.hidden = !isRunning;
  }

  /** An editor is open, so that Edit has done its work. */
  opened(kind: EditorKind): void {
    this.#buttons.edit.hidden = true;
    this.#buttons.plainEditor.hidden = kind === 'textarea';
  }

  /** Whether there is something to reset, or a reset to be undone; never both. */
  edited(isEdited: boolean, isUndoable: boolean): void {
    const { reset, undoReset } = this.#buttons;
    const [gone, other] = isEdited ? [undoReset, reset] : [reset, undoReset];
    other.hidden = isEdited ? false : !isUndoable;
    // The button that was pressed goes: the focus passes to the one that takes it back.
    if (document.activeElement === gone && !other.hidden) other.focus();
    gone.hidden = true;
  }

  #showShortcut(words: Words): void {
    const { run } = this.#buttons;
    const shortcut = isApple ? '⌘↵' : 'Ctrl ↵';
    run.title = words.say('playground.runShortcut', { shortcut });
    run.setAttribute('aria-keyshortcuts', isApple ? 'Meta+Enter' : 'Control+Enter');
    run.querySelector('kbd')!.textContent = shortcut;
  }
}

/** Caught on its way down: Monaco would take the same keys for a new line. */
function runOnShortcut(root: HTMLElement, run: () => unknown): void {
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      void run();
    },
    { capture: true },
  );
}
