import type { EditorKind } from './source-slot.ts';
import type { Words } from '../../words/words.ts';

const actions = ['run', 'cancel', 'edit', 'plainEditor', 'reset', 'undoReset'] as const;
type Action = (typeof actions)[number];

const takingTurns: ReadonlySet<Action> = new Set(['run', 'cancel']);

const isApple = /Mac|iP(hone|ad)/.test(navigator.userAgent);

/** The buttons of a playground and its one shortcut; unveiled here, as they need JavaScript. */
export class Controls {
  readonly #buttons: Record<Action, HTMLButtonElement>;

  constructor(root: HTMLElement, words: Words, handlers: Record<Action, () => unknown>) {
    this.#buttons = Object.fromEntries(
      actions.map((action) => [action, root.querySelector(`[data-action="${action}"]`)]),
    ) as Record<Action, HTMLButtonElement>;
    for (const action of actions) {
      this.#buttons[action].addEventListener('click', ({ detail }) => {
        // Run and Cancel take turns in one place: the second half of a double click means neither.
        if (detail < 2 || !takingTurns.has(action)) void handlers[action]();
      });
    }
    this.#showShortcut(words);
    runOnShortcut(root, handlers.run);
    for (const part of root.querySelectorAll<HTMLElement>('.controls, .run-bar'))
      part.hidden = false;
    keepAboveKeyboard(root);
  }

  /** Offers Cancel while a run is under way, and Run otherwise. */
  running(isRunning: boolean): void {
    const { run, cancel } = this.#buttons;
    const [gone, other] = isRunning ? [run, cancel] : [cancel, run];
    if (other.hidden) other.hidden = false;
    // Hiding the button that has the focus would send keyboard users to the top of the page.
    if (document.activeElement === gone) other.focus({ preventScroll: true });
    gone.hidden = true;
  }

  /** An editor is open, so Edit has served its purpose. */
  opened(kind: EditorKind): void {
    this.#buttons.edit.hidden = true;
    this.#buttons.plainEditor.hidden = kind === 'textarea';
  }

  /** Whether there is something to reset, or a reset to be undone; never both. */
  edited(isEdited: boolean, isUndoable: boolean): void {
    const { reset, undoReset } = this.#buttons;
    const [gone, other] = isEdited ? [undoReset, reset] : [reset, undoReset];
    other.hidden = isEdited ? false : !isUndoable;
    // The button just pressed disappears: the focus moves to the one that undoes it.
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

/** An on-screen keyboard covers the bottom of the window, where phones have Run. */
function keepAboveKeyboard(root: HTMLElement): void {
  const { visualViewport: seen } = window;
  seen?.addEventListener('resize', () => {
    const coveredPx = Math.max(0, innerHeight - seen.height - seen.offsetTop);
    root.style.setProperty('--pg-keyboard', `${coveredPx}px`);
  });
}
