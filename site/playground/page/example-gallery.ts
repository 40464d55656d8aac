import { createWords, type Strings } from '../../words/words.ts';

/** `<example-gallery>`: lets readers filter the list of examples on the page. */
export class ExampleGallery extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')!;
    const input = this.querySelector('input')!;
    form.hidden = false;
    this.#openHere();
    form.addEventListener('submit', (event) => event.preventDefault());
    input.addEventListener('input', () => this.#narrow(input.value));
    // The browser may have restored the field's text.
    if (input.value) this.#narrow(input.value);
  }

  /** The titles open the playground above, so the manual gets a link of its own. */
  #openHere(): void {
    for (const entry of this.querySelectorAll<HTMLElement>('[data-example]')) {
      const title = entry.querySelector<HTMLAnchorElement>('a.title')!;
      title.href = `#e.${entry.dataset['example']}`;
      entry.querySelector<HTMLElement>('.ways')!.hidden = false;
    }
  }

  #found(count: number): string {
    const strings = JSON.parse(this.dataset['words'] ?? '{}') as Strings;
    const { say } = createWords(document.documentElement.lang, strings);
    return count > 0 ? say('gallery.found', { count }) : say('gallery.none');
  }

  /** Shows the examples whose title, lesson, result or name contains every word of `text`. */
  #narrow(text: string): void {
    const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const section of this.querySelectorAll('section')) {
      const entries = [...section.querySelectorAll<HTMLElement>('[data-example]')];
      for (const entry of entries) {
        const said = `${entry.dataset['example']} ${entry.textContent}`.toLocaleLowerCase();
        entry.hidden = !words.every((word) => said.includes(word));
        if (!entry.hidden) count += 1;
      }
      section.hidden = entries.every(({ hidden }) => hidden);
    }
    const status = this.querySelector('[role="status"]')!;
    status.textContent = words.length > 0 ? this.#found(count) : '';
  }
}
