import { browserProgress } from '../playground/view/browser-kept.ts';
import { readProgress } from '../playground/client/goals/read-progress.ts';
import { saveFile } from '../playground/view/output/save-file.ts';
import { createWords, type Strings, type Words } from '../words/words.ts';

/** More than a hundred times what all goals and error conditions take. */
const mostBytes = 1 << 20;

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
    const picker = this.querySelector<HTMLInputElement>('[data-picker]')!;
    this.querySelector('[data-import]')!.addEventListener('click', () => picker.click());
    picker.addEventListener('change', () => void this.#import(picker));
    const clear = this.querySelector<HTMLElement>('[data-clear]')!;
    clear.addEventListener('click', () => this.#clear());
    clear.addEventListener('blur', () => this.#show());
    // Coming back with the browser's own button shows the page as it was left; another tab may add to it.
    for (const event of ['pageshow', 'storage']) addEventListener(event, () => this.#show());
    this.#show();
  }

  #show(): void {
    this.#isSure = false;
    const { say } = this.#words;
    const entries = [...this.querySelectorAll<HTMLElement>('[data-goal]')];
    for (const entry of entries) {
      const isMet = browserProgress.of(entry.dataset['goal']!).metAtMs !== null;
      entry.toggleAttribute('data-met', isMet);
      entry.querySelector('[data-state-text]')!.textContent = isMet
        ? `(${say('goal.state.met')})`
        : '';
    }
    const count = entries.filter((entry) => entry.hasAttribute('data-met')).length;
    this.#say(say('goal.index.met', { count, total: entries.length }));
  }

  /** Adds what a file of another browser knows: what is known here already stays. */
  async #import(picker: HTMLInputElement): Promise<void> {
    const [file] = picker.files ?? [];
    if (!file) return;
    const text = file.size > mostBytes ? '' : await file.text().catch(() => '');
    // The same file may be chosen again, once it has been mended.
    picker.value = '';
    const progress = readProgress(text);
    if (!progress) return this.#say(this.#words.say('goal.index.noProgress', { file: file.name }));
    browserProgress.add(progress);
    this.#show();
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
