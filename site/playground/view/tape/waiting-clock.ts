import { duration } from '../../../words/quantity.ts';

/** Often enough to be seen running, seldom enough to be read. */
const tickMs = 100;

/** Shows, at the calls of a tape that have not returned, how long they have been waiting. */
export class WaitingClock {
  readonly #list: HTMLElement;
  readonly #lang: string;
  /** When each call was first seen, by its number; the clocks of server and reader differ. */
  readonly #since = new Map<string, number>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(list: HTMLElement, lang: string) {
    this.#list = list;
    this.#lang = lang;
  }

  start(): void {
    this.stop();
    this.#since.clear();
    this.#timer = setInterval(() => this.#tick(), tickMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    const waiting = this.#list.querySelectorAll<HTMLElement>(
      'li[data-tone="waiting"]:not([data-stale])',
    );
    for (const row of waiting) {
      const call = row.dataset['call'] ?? '';
      const since = this.#since.get(call) ?? performance.now();
      this.#since.set(call, since);
      const waitedMs = Math.floor((performance.now() - since) / tickMs) * tickMs;
      row.querySelector('.elapsed')!.textContent = duration(waitedMs * 1e6, this.#lang);
    }
  }
}
