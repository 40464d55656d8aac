import { chosenLens, onLens, rememberLens, showLens } from './lens-choice.ts';
import { tabAfterKey } from './tab-after-key.ts';

/** `<live-man-lenses>`: makes tabs of the links to the variants of an example. */
export class LensesElement extends HTMLElement {
  #tabs: HTMLAnchorElement[] = [];
  #unsubscribe = () => {};

  connectedCallback(): void {
    this.#tabs = [...this.querySelectorAll<HTMLAnchorElement>('[data-to]')];
    this.querySelector('.lens-tabs')!.setAttribute('role', 'tablist');
    for (const tab of this.#tabs) this.#join(tab);
    this.#unsubscribe = onLens(() => this.#select());
    this.#select();
  }

  disconnectedCallback(): void {
    this.#unsubscribe();
  }

  /** Ties a tab to its panel: the variant that its link leads to. */
  #join(tab: HTMLAnchorElement): void {
    const panel = this.querySelector(`:scope > ${tab.hash}`)!;
    tab.id = `${panel.id}-tab`;
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', panel.id);
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', (event) => {
      event.preventDefault();
      this.#choose(tab);
    });
    tab.addEventListener('keydown', (event) => {
      const next = tabAfterKey(this.#tabs, tab, event.key);
      if (!next) return;
      event.preventDefault();
      next.focus();
      this.#choose(next);
    });
  }

  /** Other examples of the page follow; the tab stays where the reader has it. */
  #choose(tab: HTMLAnchorElement): void {
    const lens = tab.dataset['to']!;
    const { top } = tab.getBoundingClientRect();
    showLens(lens);
    rememberLens(lens);
    scrollBy({ top: tab.getBoundingClientRect().top - top, behavior: 'instant' });
  }

  #select(): void {
    const chosen = chosenLens();
    const shown = this.#tabs.find((tab) => tab.dataset['to'] === chosen) ?? this.#tabs[0];
    for (const tab of this.#tabs) {
      tab.setAttribute('aria-selected', String(tab === shown));
      tab.tabIndex = tab === shown ? 0 : -1;
    }
  }
}
