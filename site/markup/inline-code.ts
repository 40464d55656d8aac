import { html, type Html } from './html.ts';

/** Text whose code stands between backquotes, as markup. */
export const inlineCode = (text: string): Html =>
  html`${text.split('`').map((piece, at) => (at % 2 ? html`<code>${piece}</code>` : html`${piece}`))}`;
