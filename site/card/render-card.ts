import { Html, html } from '../markup/html.ts';
import type { Theme } from './card-colours.ts';
import { inWords, linesOf, type Card, type CardLine } from './card-content.ts';
import { cardStyle } from './card-style.ts';
import { shortened } from './shortened.ts';
import { visibleText } from './visible-text.ts';

/** In pixels. A character of a monospaced face of 13 px is 7.8 px wide, of some others a bit more. */
const size = { character: 7.85, line: 20, edge: 20, gap: 24 };
const fewestColumns = 40;

/**
 * A picture of a run, as SVG: it needs no script and no style sheet, loads nothing, and says in words
 * what it shows. Everything in it is text, whatever the source contains.
 * @param theme as the reader's system has it if it is null
 */
export function renderCard(card: Card, theme: Theme | null = null): string {
  const lines = linesOf(card);
  const places = placesOf(lines);
  const { width } = places;
  const top = size.edge + 2.5 * size.line;
  const bottom = top + lines.length * size.line;
  const height = bottom + size.line + size.edge / 2;
  const title = shortened(visibleText(card.title), Math.floor(width / size.character) - 6);
  const footer = [visibleText(card.ran), 'live-man'].filter(Boolean).join(' · ');
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${width}"
    height="${height}"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-labelledby="card-title card-text"
  >
    <title id="card-title">${visibleText(card.title)}</title>
    <desc id="card-text">${inWords(card)}</desc>
    <style>
      ${new Html(cardStyle(theme))}
    </style>
    <rect class="paper" width="${width}" height="${height}" rx="4" />
    <text class="ink strong" x="${size.edge}" y="${size.edge + size.line / 2}">${title}</text>
    <path class="rule" d="M0 ${size.edge + 1.25 * size.line}H${width}" />
    ${lines.map((line, at) => lineMarkup(line, lines[at - 1], top + at * size.line, places))}
    <text class="quiet" x="${size.edge}" y="${bottom + size.line / 2}">${footer}</text>
  </svg>`.markup;
}

/** Where the columns of a card are, from its left edge. */
interface Places {
  numberEnd: number;
  code: number;
  result: number;
  width: number;
}

function placesOf(lines: readonly CardLine[]): Places {
  const digits = String(lines.at(-1)?.number ?? 1).length;
  const columns = Math.max(fewestColumns, ...lines.map((line) => line.columns));
  const resultColumns = Math.max(0, ...lines.map(({ result }) => result?.text.length ?? 0));
  const numberEnd = size.edge + digits * size.character;
  const code = numberEnd + 2 * size.character;
  const result = code + columns * size.character + size.gap;
  const width = Math.ceil(result + resultColumns * size.character + size.edge);
  return { numberEnd, code, result, width };
}

function lineMarkup(
  { number, markup, result }: CardLine,
  before: CardLine | undefined,
  y: number,
  places: Places,
): Html {
  const isAfterGap = before !== undefined && before.number !== number - 1;
  const gap = html`<path class="rule" stroke-dasharray="2 4" d="M${size.edge} ${y - 14}h40" />`;
  const beside =
    result &&
    html`<text class="${result.tone} strong" x="${places.result}" y="${y}">${result.text}</text>`;
  return html`${isAfterGap && gap}<text
      class="quiet"
      text-anchor="end"
      x="${places.numberEnd}"
      y="${y}"
      >${number}</text
    ><text class="ink" x="${places.code}" y="${y}" xml:space="preserve">${markup}</text>${beside} `;
}
