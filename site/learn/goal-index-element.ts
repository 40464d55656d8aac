import { browserProgress } from '../playground/view/browser-kept.ts';
import { saveFile } from '../playground/view/output/save-file.ts';
import { createWords, type Strings, type Words } from '../words/words.ts';

/** `<live-man-goals>`: marks the goals that were met, and lets readers take along or clear what is known. */
export class GoalIndexElement extends HTMLElement {
  #words!: Words;
  #isSure = false;

  connectedCallback(): void {
    const strings = JSON.parse(this.dataset['words'] ?? '{}') as Strings;
    this.#words = createWords(document.documentElement.lang, strings);
    this.querySelector<HTMLElement>('.progress')!.hidden = false;
    this.querySelector('[data-export]')!.addEventListener('click', () =>
      saveFile('live-man-progress.json', JSON.stringify(browserProgress.all(), null, 2)),
    );
    const clear = this.querySelector<HTMLElement>('[data-clear]')!;
    clear.addEventListener('click', () => this.#clear());
    clear.addEventListener('blur', () => this.#show());
    // Coming back with the browser's own button shows the page as it was left.
    addEventListener('pageshow', () => this.#show());
    this.#show();
  }

  #show(): void {
    this.#isSure = false;
    const { say } = this.#words;
    const entries = [...this.querySelectorAll<HTMLElement>('[data-goal]')];
    for (const entry of entries) {
      const isMet = browserProgress.of(entry.dataset['goal']!).metAtMs !== null;
      entry.toggleAttribute('data-met', isMet);
      entry.querySelector('[data-state-text]')!.textContent = isMet ? say('goal.state.met') : '';
    }
    const count = entries.filter((entry) => entry.hasAttribute('data-met')).length;
    this.#say(say('goal.index.met', { count, total: entries.length }));
  }

  /** Only the second press clears: nothing brings it back. */
  #clear(): void {
    if (!this.#isSure) {
      this.#isSure = true;
      this.#say(this.#words.say('goal.index.sure'));
      return;
    }
    browserProgress.clear();
    this.#show();
    this.#say(this.#words.say('goal.index.cleared'));
  }

  #say(sentence: string): void {
    this.querySelector('[data-progress]')!.textContent = sentence;
  }
}
