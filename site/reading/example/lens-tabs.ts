import { tabAfterKey } from './tab-after-key.ts';

/** Makes tabs of the links to the variants of an example, in the order in which they stand. */
export class LensTabs {
  readonly #tabs: readonly HTMLAnchorElement[];

  /** @param choose gets the lens that the reader wants, and its tab */
  constructor(bar: HTMLElement, choose: (lens: string, tab: HTMLElement) => void) {
    this.#tabs = [...bar.querySelectorAll<HTMLAnchorElement>('[data-to]')];
    bar.querySelector('.lens-tabs')!.setAttribute('role', 'tablist');
    for (const tab of this.#tabs) {
      const lens = tab.dataset['to']!;
      tab.setAttribute('role', 'tab');
      tab.removeAttribute('aria-current');
      tab.addEventListener('click', (event) => {
        event.preventDefault();
        choose(lens, tab);
      });
      tab.addEventListener('keydown', (event) => {
        const next = tabAfterKey(this.#tabs, tab, event.key);
        if (!next) return;
        event.preventDefault();
        next.focus();
        choose(next.dataset['to']!, next);
      });
    }
  }

  /** Marks the tab of the variant that is shown, and ties the two together. */
  select(panel: HTMLElement): void {
    for (const tab of this.#tabs) {
      const isShown = tab.dataset['to'] === panel.dataset['lens'];
      tab.setAttribute('aria-selected', String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
      if (!isShown) continue;
      // Until the variant was fetched, its address led to the tab.
      tab.id = `${panel.id}-tab`;
      tab.setAttribute('aria-controls', panel.id);
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', tab.id);
    }
  }
}
