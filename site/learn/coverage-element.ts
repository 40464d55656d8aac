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
    // Another tab may note conditions or clear them, also while this page is kept for a way back.
    for (const event of [conditionsEvent, 'storage', 'pageshow'])
      addEventListener(event, () => this.#show());
    this.#show();
  }

  #show(): void {
    const strings = JSON.parse(this.dataset['words'] ?? '{}') as Strings;
    const { say } = createWords(document.documentElement.lang, strings);
    const isOn = browserProgress.notesConditions;
    this.querySelector('button')!.hidden = isOn;
    const met = new Set(isOn ? browserProgress.all().conditions : []);
    const all = [...document.querySelectorAll<HTMLElement>('article.condition')];
    const isMet = ({ id }: HTMLElement) => met.has(`${this.dataset['page']}#${id}`);
    for (const condition of all)
      if (isMet(condition)) condition.dataset['met'] = say('coverage.met');
      else delete condition.dataset['met'];
    const values = { count: all.filter(isMet).length, total: all.length };
    this.querySelector('span')!.textContent = isOn ? say('coverage.seen', values) : '';
  }
}
