import type { PlaygroundElement } from '../playground-element.ts';
import { html } from '../../../markup/html.ts';
import { readSharedFacts } from '../playground-facts.ts';
import { createWords, type Words } from '../../../words/words.ts';
import { playgroundHref } from '../../../share/playground-href.ts';
import { linkPolicy, makeLink } from '../../../share/short-links.ts';

const panels = new WeakMap<PlaygroundElement, SharePanel>();

/** Opens the panel of a playground and copies its link, or closes it. */
export async function toggleSharePanel(
  playground: PlaygroundElement,
  button: HTMLButtonElement,
): Promise<void> {
  let panel = panels.get(playground);
  if (!panel) {
    const { lang, strings } = readSharedFacts();
    panel = new SharePanel(playground, button, createWords(lang, strings));
    panels.set(playground, panel);
  }
  await panel.toggle();
}

/** The permalink of what a playground holds now, to copy or to follow, and a short link for it. */
class SharePanel {
  readonly #playground: PlaygroundElement;
  readonly #button: HTMLButtonElement;
  readonly #words: Words;
  readonly #root = document.createElement('div');
  readonly #field: HTMLInputElement;
  readonly #status: HTMLElement;

  constructor(playground: PlaygroundElement, button: HTMLButtonElement, words: Words) {
    this.#playground = playground;
    this.#button = button;
    this.#words = words;
    this.#root.className = 'share-panel';
    this.#root.setAttribute('role', 'group');
    this.#root.setAttribute('aria-label', words.say('share.panel'));
    this.#root.hidden = true;
    this.#root.innerHTML = panelMarkup(words);
    this.#field = this.#root.querySelector('input')!;
    this.#status = this.#root.querySelector('[role="status"]')!;
    playground.querySelector('header')!.after(this.#root);
    this.#listen();
    void this.#offerShortLink();
  }

  async toggle(): Promise<void> {
    const isOpening = this.#button.ariaExpanded !== 'true';
    this.#show(isOpening);
    if (isOpening) await this.#copyPermalink();
  }

  #show(isShown: boolean): void {
    this.#root.hidden = !isShown;
    this.#button.setAttribute('aria-expanded', String(isShown));
  }

  #listen(): void {
    const on = (name: string, act: () => unknown) =>
      this.#root
        .querySelector(`[data-share="${name}"]`)!
        .addEventListener('click', () => void act());
    on('copy', () => this.#copyPermalink());
    on('shorten', () => this.#copyShortLink());
    // The source may have changed; a reader who approaches the panel gets a link to the present one.
    for (const event of ['pointerenter', 'focusin'] as const) {
      this.#root.addEventListener(event, () => void this.#refresh());
    }
    this.#field.addEventListener('focus', () => this.#field.select());
    this.#root.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape') return;
      this.#show(false);
      this.#button.focus();
    });
  }

  /** Makes the present permalink, and puts it into the field and the link to the playground. */
  async #refresh(): Promise<string> {
    const href = await playgroundHref(this.#words.lang, this.#playground.snippet);
    const permalink = new URL(href, location.href).href;
    this.#root.querySelector('a')!.href = permalink;
    // A short link stays in the field until the source changes.
    if (this.#root.dataset['permalink'] !== permalink) this.#field.value = permalink;
    this.#root.dataset['permalink'] = permalink;
    return permalink;
  }

  async #copyPermalink(): Promise<void> {
    this.#field.value = await this.#refresh();
    await this.#copy(this.#words.say('share.copied'));
  }

  async #copyShortLink(): Promise<void> {
    await this.#refresh();
    const answer = await makeLink(this.#playground.snippet);
    if (answer.kind === 'unreachable') return this.#say(this.#words.say('share.unreachable'));
    if (answer.kind === 'problem') {
      const { problem, retryAfterSeconds: seconds } = answer;
      return this.#say(this.#words.say(`problem.${problem.code}`, { seconds }));
    }
    this.#field.value = new URL(answer.value.path, location.href).href;
    await this.#copy(this.#words.say('share.shortCopied'));
  }

  async #copy(success: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#field.value);
      this.#say(success);
    } catch {
      // Not asked, not allowed, or no secure context: the reader can still copy by hand.
      this.#field.focus();
      this.#field.select();
      this.#say(this.#words.say('share.notCopied'));
    }
  }

  async #offerShortLink(): Promise<void> {
    const policy = await linkPolicy();
    if (policy.kind !== 'value') return;
    const { keptDays } = policy.value;
    this.#root.querySelector<HTMLElement>('[data-share="shorten"]')!.hidden = false;
    const note = this.#words.say('share.note', { count: keptDays });
    this.#root.querySelector('.share-note')!.textContent = note;
  }

  #say(sentence: string): void {
    this.#status.textContent = sentence;
  }
}

const panelMarkup = (words: Words): string =>
  html`<label>
      <span>${words.say('share.link')}</span>
      <input type="text" readonly spellcheck="false" autocomplete="off" />
    </label>
    <div class="share-ways">
      <button type="button" data-share="copy">${words.say('share.copy')}</button>
      <button type="button" data-share="shorten" hidden>${words.say('share.shorten')}</button>
      <a>${words.say('share.open')}</a>
    </div>
    <p role="status"></p>
    <p class="share-note">${words.say('share.carries')}</p>`.markup;
