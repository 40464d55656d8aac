import { html } from '../../markup/html.ts';
import { resultsOf, textsOf, type Card } from '../card-content.ts';
import { colourLines } from '../colour-lines.ts';
import { linesMarkup } from './lines-markup.ts';
import { footerY, pictureFrame, textAt } from './picture-frame.ts';
import { columnsIn, types } from './picture-layout.ts';
import { wrapped } from './wrapped.ts';

/** What the picture of the whole site says. */
export interface SitePicture {
  /** `A man page you can run.` */
  headline: string;
  /** What it is about, in a sentence. */
  about: string;
  /** A run whose lines with results stand below. */
  card: Card;
}

const headlineSize = 68;
/** A character of the headline is half as wide as it is high, or some more in Cyrillic. */
const headlineColumns = 28;
const aboutSize = 26;

/** The picture of pages that have none of their own, as SVG. */
export function renderSitePicture({ headline, about, card }: SitePicture): string {
  const headlines = wrapped(headline, headlineColumns);
  const abouts = wrapped(about, columnsIn(aboutSize));
  const aboutTop = 80 + headlines.length * 84;
  return pictureFrame(
    html`${headlines.map((line, at) => textAt(116 + at * 84, headlineSize, 'ink serif', line))}
    ${abouts.map((line, at) => textAt(aboutTop + (at + 1) * 40, aboutSize, 'quiet', line))}
    ${linesMarkup(withResults(card), aboutTop + abouts.length * 40 + 48)}
    ${textAt(footerY, 32, 'ink strong', 'live-man')}`,
  );
}

/** Those lines of a card alone. */
function withResults(card: Card) {
  const [, type = types[0]!] = types;
  const results = resultsOf(card);
  const texts = textsOf(card).map((text) => text.trim());
  const coloured = colourLines(texts, card.language, type.columns);
  const lines = [...results].map(([number, result]) => ({ number, ...coloured(number), result }));
  return {
    type,
    lines,
    digits: String(lines.at(-1)?.number ?? 1).length,
    code: Math.max(0, ...lines.map(({ columns }) => columns)),
  };
}
