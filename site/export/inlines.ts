import type { Inline } from './document.ts';

export const text = (value: string): Inline => ({ kind: 'text', text: value });

export const code = (value: string): Inline => ({ kind: 'code', text: value });

export const link = (href: string, children: Inline[]): Inline => ({
  kind: 'link',
  href,
  children,
});

/** A sentence from the facts, with its code in backticks. */
export const sentence = (value: string): Inline[] =>
  value
    .split('`')
    .map((piece, index) => (index % 2 ? code(piece) : text(piece)))
    .filter((piece) => piece.kind !== 'text' || piece.text !== '');

/** Several texts in a row, separated by middle dots. */
export const dotted = (parts: Inline[][]): Inline[] =>
  parts.flatMap((part, index) => (index > 0 ? [text(' · '), ...part] : part));

/** The text without its markup. */
export const plain = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => ('text' in inline ? inline.text : plain(inline.children))).join('');

/** Several texts in a row, separated by commas. */
export const listed = (parts: readonly Inline[]): Inline[] =>
  parts.flatMap((part, index) => (index > 0 ? [text(', '), part] : [part]));
