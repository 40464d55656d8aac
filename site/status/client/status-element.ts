import type { Status } from '../../../playground-server/protocol/index.ts';
import { createWords, type Words } from '../../words/words.ts';
import { statusView } from '../status-view.ts';

const everyMs = 10_000;
const timeoutMs = 30_000;

/**
 * Fills the status page with the server's data, and again every ten seconds while it is visible.
 */
class StatusElement extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #words: Words | undefined;

  connectedCallback(): void {
    this.#words = createWords(this.lang, JSON.parse(this.dataset['words'] ?? '{}'));
    this.#part('state', this.#words.say('status.asking'));
    document.addEventListener('visibilitychange', this.#lookAgain);
    this.#lookAgain();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#lookAgain);
  }

  readonly #lookAgain = (): void => void this.#look();

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    if (document.visibilityState === 'hidden') return;
    this.#show(await askServer());
    this.#timer = setTimeout(this.#lookAgain, everyMs);
  }

  #show(status: Status | null): void {
    const words = this.#words;
    if (!words) return;
    const state = status === null ? 'silent' : status.ready ? 'ready' : 'unready';
    this.#part('state', words.say(`status.${state}`)).dataset['state'] = state;
    if (!status) return;
    const time = new Intl.DateTimeFormat(words.lang, { dateStyle: 'long', timeStyle: 'medium' });
    const since = time.format(new Date(status.startedAt));
    const at = time.format(new Date(status.preflight.checkedAt));
    this.#part('times', words.say('status.times', { since, at }));
    // An unchanged list is left alone, because somebody may be selecting text in it.
    const markup = statusView(status, words).markup;
    if (markup !== this.#shown) this.#part('view', '').innerHTML = this.#shown = markup;
  }

  #shown = '';

  #part(name: string, text: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part='${name}']`) ?? this;
    if (text && part.textContent !== text) part.textContent = text;
    return part;
  }
}

async function askServer(): Promise<Status | null> {
  try {
    const response = await fetch('/api/v1/status', { signal: AbortSignal.timeout(timeoutMs) });
    // The contract determines its shape; anything but a 200 is another message.
    return response.ok ? ((await response.json()) as Status) : null;
  } catch {
    return null;
  }
}

customElements.define('live-man-status', StatusElement);
