import { fetchExample } from '../../playground/view/fetch-example.ts';
import { sharedFactsId } from '../../playground/view/playground-facts.ts';
import { whenNear } from '../../playground/view/when-near.ts';
import { chosenLens, onLens, rememberLens, showLens } from './lens-choice.ts';
import { LensTabs } from './lens-tabs.ts';

/**
 * `<live-man-example>`: an example of which the page has only what it shows at first. Its
 * playgrounds, one for each lens, are fetched when a reader wants to see them, and then stay.
 */
export class ExampleElement extends HTMLElement {
  #tabs: LensTabs | null = null;
  #unsubscribe = () => {};
  /** The lens requested last: the answers to earlier requests are not shown. */
  #asked = '';

  connectedCallback(): void {
    const bar = this.querySelector<HTMLElement>(':scope > .lens-bar');
    this.#tabs = bar && new LensTabs(bar, (lens, tab) => this.#choose(lens, tab));
    this.#unsubscribe = onLens(() => this.#isOpen && whenNear(this, () => void this.show()));
    const { point } = this;
    point?.addEventListener('click', (event) => this.#unfold(event));
    // Inside something the reader unfolds anyway, such as a way to provoke an error, it is not
    // folded.
    if (!point || this.dataset['shape'] === 'link') whenNear(this, () => void this.show());
  }

  disconnectedCallback(): void {
    this.#unsubscribe();
  }

  /** What stands for the example while it is folded. */
  get point(): HTMLElement | null {
    return this.querySelector(':scope > .point');
  }

  /** The lens that a variant is written for, by its id; undefined for any other id. */
  lensOf(variant: string): string | undefined {
    return this.#links.find((link) => link.dataset['variant'] === variant)?.dataset['to'];
  }

  /** Whether a variant is the one whose address is that of the example. */
  isFirst(variant: string): boolean {
    return this.dataset['example'] === variant;
  }

  /** Shows the example through a lens; by default the reader's, or the first that it has. */
  async show(lens = this.#readersLens): Promise<void> {
    this.#asked = lens;
    const panel = this.#panel(lens) ?? (await this.#fetch(lens));
    if (this.#asked !== lens) return;
    this.querySelector('.trouble')?.remove();
    if (!panel) return this.#complain();
    const hadFocus = this.point?.contains(document.activeElement);
    this.point?.remove();
    if (!panel.isConnected) this.append(panel);
    for (const one of this.#panels) one.hidden = one !== panel;
    this.querySelector<HTMLElement>('.lens-bar')?.removeAttribute('hidden');
    this.#tabs?.select(panel);
    if (!hadFocus) return;
    panel.tabIndex = -1;
    panel.focus({ preventScroll: true });
  }

  /** Other examples of the page follow; the tab stays where the reader sees it. */
  #choose(lens: string, tab: HTMLElement): void {
    const { top } = tab.getBoundingClientRect();
    rememberLens(lens);
    showLens(lens);
    void this.show(lens).then(() =>
      scrollBy({ top: tab.getBoundingClientRect().top - top, behavior: 'instant' }),
    );
  }

  /** A click anywhere opens the example, unless it follows a link or has selected text. */
  #unfold(event: MouseEvent): void {
    const link = (event.target as Element).closest('a');
    const wantsAnother = event.ctrlKey || event.metaKey || event.shiftKey;
    if (wantsAnother || (link && !link.matches('[data-to]'))) return;
    if (!link && getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    void this.show();
  }

  async #fetch(lens: string): Promise<HTMLElement | null> {
    const variant = this.#links.find((link) => link.dataset['to'] === lens)?.dataset['variant'];
    const fetched = await fetchExample(document.documentElement.lang, variant ?? '');
    if (fetched.kind !== 'playground') return null;
    const panel = this.#panel(lens) ?? document.importNode(fetched.playground, true);
    // What all playgrounds share is on this page already.
    panel.querySelector(`#${sharedFactsId}`)?.remove();
    return panel;
  }

  #complain(): void {
    const trouble = document.createElement('p');
    trouble.className = 'trouble';
    trouble.role = 'status';
    this.append(trouble);
    trouble.textContent = this.dataset['unreachable'] ?? '';
  }

  get #readersLens(): string {
    const own = this.#links.map((link) => link.dataset['to']!);
    const chosen = chosenLens() ?? '';
    return own.includes(chosen) ? chosen : (own[0] ?? this.#panels[0]!.dataset['lens']!);
  }

  get #isOpen(): boolean {
    return this.#panels.length > 0;
  }

  get #panels(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(':scope > live-man-playground')];
  }

  #panel = (lens: string): HTMLElement | undefined =>
    this.#panels.find((panel) => panel.dataset['lens'] === lens);

  /** The links to the pages of its variants, which name them. */
  get #links(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-to]')];
  }
}
