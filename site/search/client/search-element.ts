import { whenAsked } from './ask-search.ts';

const typing = 'input, textarea, select, [contenteditable], [role="textbox"], .monaco-editor';

/** <site-search>: a button that opens the dialog. The search code is loaded when it first opens. */
class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-open]');
    const dialog = this.querySelector('dialog');
    if (!button || !dialog) return;
    button.addEventListener('click', () => this.#open(dialog));
    // Fields of the page hand over what was typed in them.
    whenAsked((typed) => this.#open(dialog, typed));
    button.disabled = false;
    // A browser that searches here asks so: see opensearch.ts.
    const asked = new URLSearchParams(location.search).get('q');
    if (asked !== null) this.#open(dialog, asked);
    dialog.addEventListener('click', ({ target }) => {
      const leaves = target instanceof Element && target.closest('a, [data-close]');
      // Anything outside the frame is the dialog's backdrop.
      if (leaves || target === dialog) dialog.close();
    });
    // Otherwise the browser would have Escape clear the field first.
    dialog.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') dialog.close();
    });
    window.addEventListener('keydown', (event) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      if (dialog.open) dialog.close();
      else this.#open(dialog);
    });
  }

  /** @param typed what is to be found; the last words stay if nothing is given */
  #open(dialog: HTMLDialogElement, typed?: string): void {
    dialog.showModal();
    const input = dialog.querySelector('input')!;
    if (typed !== undefined) {
      input.value = typed;
      input.dispatchEvent(new Event('input'));
    }
    input.select();
    if (this.dataset['started'] !== undefined) return;
    this.dataset['started'] = '';
    const indexUrl = this.dataset['index'] ?? '';
    void import('./search-box.ts').then(({ startSearchBox }) => startSearchBox(dialog, indexUrl));
  }
}

/** `/` outside of text fields, and Ctrl+K or Cmd+K, wherever the letter K is on the keyboard. */
function isShortcut({ key, code, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if ((ctrlKey || metaKey) && code === 'KeyK') return true;
  const writes = target instanceof Element && target.closest(typing);
  return key === '/' && !writes && !ctrlKey && !metaKey && !altKey;
}

customElements.define('site-search', SiteSearch);
