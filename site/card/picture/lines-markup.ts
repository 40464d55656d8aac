import { Html, html } from '../../markup/html.ts';
import type { CardLine } from '../card-content.ts';
import { between, type PictureContent } from './picture-content.ts';
import { frame } from './picture-layout.ts';

/** Lines of a source with their numbers and results, from a height on. */
export const linesMarkup = (content: PictureContent, top: number): Html[] =>
  content.lines.map((line, at) => lineMarkup(line, at, content, top));

function lineMarkup(
  { number, markup, result }: CardLine,
  at: number,
  { type, lines, digits, code }: PictureContent,
  top: number,
): Html {
  const y = top + at * type.line;
  // Capitals and digits are seven tenths as high as their type.
  const baseline = y + Math.round((type.line + type.size * 0.7) / 2);
  const column = (columns: number) => frame.left + columns * type.character;
  const text = (place: string, columns: number, content: Html | string) =>
    html`<text
      class="${place}"
      x="${column(columns)}"
      y="${baseline}"
      font-size="${type.size}"
      xml:space="preserve"
      >${content}</text
    >`;
  const codeAt = digits + between.number;
  const before = lines[at - 1];
  const isAfterGap = before !== undefined && before.number !== number - 1;
  const gap = html`<path
    class="rule"
    stroke-width="2"
    stroke-dasharray="4 6"
    d="M${frame.left} ${y}H${frame.right}"
  />`;
  // What a call returned may stand far from it.
  const stripe = html`<rect class="stripe" y="${y}" width="100%" height="${type.line}" />`;
  return html`${result && stripe}${isAfterGap && gap}
  ${text('quiet', digits - String(number).length, String(number))} ${text('ink', codeAt, markup)}
  ${result && text(`${result.tone} strong`, codeAt + code + between.result, result.text)}`;
}
