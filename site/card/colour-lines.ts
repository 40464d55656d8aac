import type { Language } from '../../playground-server/protocol/index.ts';
import { html, type Html } from '../markup/html.ts';
import { sourceTokens } from '../playground/view/source/source-tokens.ts';
import { shortened } from './shortened.ts';
import { visibleText } from './visible-text.ts';

/** A line of a source for a picture. */
export interface ColouredLine {
  markup: Html;
  /** How many characters it has. */
  columns: number;
}

/**
 * The lines of a source by their numbers, from 1, coloured as in an editor: a token may begin lines
 * before, as a comment does.
 * @param mostColumns of a line that are shown
 */
export function colourLines(
  texts: readonly string[],
  language: Language,
  mostColumns: number,
): (number: number) => ColouredLine {
  const shown = texts.map((text) => shortened(visibleText(text), mostColumns));
  const starts: number[] = [];
  let start = 0;
  for (const text of shown) {
    starts.push(start);
    start += text.length + 1;
  }
  const tokens = sourceTokens(shown.join('\n'), language);
  return (number) => {
    const text = shown[number - 1] ?? '';
    const from = starts[number - 1] ?? 0;
    const pieces: Html[] = [];
    let end = 0;
    for (const token of tokens) {
      const first = Math.max(0, token.start - from);
      const last = Math.min(text.length, token.start + token.text.length - from);
      if (first >= last) continue;
      const plain = text.slice(end, first);
      pieces.push(html`${plain}<tspan class="${token.name}">${text.slice(first, last)}</tspan>`);
      end = last;
    }
    return { markup: html`${pieces}${text.slice(end)}`, columns: [...text].length };
  };
}
