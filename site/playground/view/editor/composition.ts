/**
 * Follows an input method within an element: between the first stroke and the chosen word, the text
 * belongs to it, and a field that is replaced takes the word away.
 */
export class Composition {
  #word: PromiseWithResolvers<void> | null = null;

  constructor(host: HTMLElement) {
    host.addEventListener('compositionstart', () => (this.#word ??= Promise.withResolvers()));
    host.addEventListener('compositionend', () => {
      this.#word?.resolve();
      this.#word = null;
    });
  }

  /** Resolves as soon as no word is in the making. */
  async over(): Promise<void> {
    while (this.#word) await this.#word.promise;
  }
}
