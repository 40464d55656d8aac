import { html } from './html.ts';
import type { Html } from './html.ts';

/** A sentence of the content, in which backquotes set code apart. */
export const inlineCode = (sentence: string): Html =>
  html`${sentence
    .split('`')
    .map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;
