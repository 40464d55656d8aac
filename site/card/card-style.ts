import { coloursOf, type Theme } from './card-colours.ts';

/** Of what stands on a card, by class: its colour. */
const inks = {
  ink: 'ink',
  quiet: 'ink-quiet',
  ok: 'ok',
  failed: 'error',
  waiting: 'wait',
  unreturned: 'ink-quiet',
  comment: 'tok-comment',
  string: 'tok-string',
  keyword: 'tok-keyword',
  constant: 'tok-constant',
  function: 'tok-function',
} as const;

/** The rules that give what stands on a card its colours. */
export function inTheme(theme: Theme): string {
  const colours = coloursOf(theme);
  const fills = Object.entries(inks).map(([name, colour]) => `.${name}{fill:${colours[colour]}}`);
  return [
    `.paper{fill:${colours['paper-raised']}}`,
    `.rule{stroke:${colours['rule']}}`,
    ...fills,
  ].join('');
}

const faces = `text{font:13px 'IBM Plex Mono',ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre}.strong{font-weight:600}`;

/** @param theme what the system of the reader says if there is none */
export const cardStyle = (theme: Theme | null): string =>
  theme === null
    ? `${faces}${inTheme('light')}@media(prefers-color-scheme:dark){${inTheme('dark')}}`
    : `${faces}${inTheme(theme)}`;
