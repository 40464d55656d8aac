import { browserProgress } from '../playground/view/browser-kept.ts';
import { conditionsEvent } from '../playground/view/remember-conditions.ts';
import { createWords, type Strings } from '../words/words.ts';

/** `<live-man-coverage>`: marks the error conditions of a page that the reader's programs have met. */
export class CoverageElement extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.querySelector('button')!.addEventListener('click', () => {
      browserProgress.askForConditions();
      this.#show();
    });
    addEventListener(conditionsEvent, () => this.#show());
    this.#show();
  }

  #show(): void {
    const strings = JSON.parse(this.dataset['words'] ?? '{}') as Strings;
    const { say } = createWords(document.documentElement.lang, strings);
    const isOn = browserProgress.notesConditions;
    this.querySelector('button')!.hidden = isOn;
    if (!isOn) return;
    const met = new Set(browserProgress.all().conditions);
    const all = [...document.querySelectorAll<HTMLElement>('article.condition')];
    const seen = all.filter(({ id }) => met.has(`${this.dataset['page']}#${id}`));
    for (const condition of seen) condition.dataset['met'] = say('coverage.met');
    const values = { count: seen.length, total: all.length };
    this.querySelector('span')!.textContent = say('coverage.seen', values);
  }
}
