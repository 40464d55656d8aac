import { pictureSize } from '../../../playground-server/protocol/picture.ts';
import { Html, html } from '../../markup/html.ts';
import { coloursOf } from '../card-colours.ts';
import { inTheme } from '../card-style.ts';
import { frame } from './picture-layout.ts';

const { width, height } = pictureSize;

/** The only faces that there are: whoever draws a picture has no others. */
const style = [
  `text{font-family:'IBM Plex Mono'}.strong{font-weight:600}`,
  `.serif{font-family:'IBM Plex Serif';font-weight:600}`,
  inTheme('light'),
  `.stripe{fill:${coloursOf('light')['paper']}}`,
].join('');

/** An SVG of a picture's size with its paper, and what is given on it. */
export const pictureFrame = (content: Html): string =>
  html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${width}"
    height="${height}"
    viewBox="0 0 ${width} ${height}"
  >
    <style>
      ${new Html(style)}
    </style>
    <rect class="paper" width="${width}" height="${height}" />
    ${content}
  </svg>`.markup;

/** A line of text at the left edge. @param y of its baseline @param look classes of the card's style */
export const textAt = (y: number, size: number, look: string, text: string): Html =>
  html`<text class="${look}" x="${frame.left}" y="${y}" font-size="${size}">${text}</text>`;

/** A footer, as a card has it. */
export const footerY = height - 30;
