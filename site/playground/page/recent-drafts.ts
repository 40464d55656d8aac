import { html } from '../../markup/html.ts';
import type { Words } from '../../words/words.ts';
import { browserEdits } from '../view/browser-kept.ts';
import { draftHash, keptDrafts } from './drafts.ts';
import type { KeptDraft } from './drafts.ts';

/** The list of kept drafts, folded: what each is called, what it is written in, and since when. */
export class RecentDrafts {
  readonly #fold: HTMLDetailsElement;
  readonly #words: Words;

  constructor(fold: HTMLDetailsElement, words: Words) {
    this.#fold = fold;
    this.#words = words;
    fold.addEventListener('toggle', () => this.show());
    fold.addEventListener('click', (event) => {
      const target = event.target as Element;
      const key = target.closest<HTMLElement>('[data-forget]')?.dataset['forget'];
      if (key) this.#forget(key);
      else if (target.closest('a')) fold.open = false;
    });
  }

  show(): void {
    const drafts = keptDrafts(browserEdits.recent());
    this.#fold.hidden = drafts.length === 0;
    this.#fold.querySelector('ul')!.innerHTML =
      html`${drafts.map((draft) => this.#entry(draft))}`.markup;
  }

  #entry(draft: KeptDraft) {
    const { lang, say } = this.#words;
    const title = draft.title ?? say('share.new');
    const when = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' });
    return html`<li>
      <a href="${draftHash(draft)}">${title}</a>
      <span>${draft.starter.name}</span>
      <time>${when.format(draft.savedAtMs)}</time>
      <button
        type="button"
        data-forget="${draft.key}"
        aria-label="${say('share.forget', { title })}"
      >
        ×
      </button>
    </li>`;
  }

  #forget(key: string): void {
    browserEdits.drop(key);
    this.show();
    this.#fold.querySelector('summary')!.focus();
  }
}
