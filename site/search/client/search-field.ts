import { askSearch } from './ask-search.ts';

/** <search-field>: opens the search of the page with what is pasted or submitted in it. */
class SearchField extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input) return;
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      askSearch(input.value);
    });
    input.addEventListener('paste', () => setTimeout(() => askSearch(input.value)));
  }
}

customElements.define('search-field', SearchField);
