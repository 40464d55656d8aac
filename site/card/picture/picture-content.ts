import { resultsOf, textsOf, type Card, type CardLine } from '../card-content.ts';
import { colourLines } from '../colour-lines.ts';
import { drawableText } from './drawable-text.ts';
import { types, type Type } from './picture-layout.ts';
import { pictureLines } from './picture-lines.ts';
import { picturePoints } from './picture-points.ts';

/** The lines of a card as they fit on a picture. */
export interface PictureContent {
  type: Type;
  lines: readonly CardLine[];
  /** The columns of the numbers, and of the longest line. */
  digits: number;
  code: number;
}

/** Columns between a number and its line, and between a line and its result. */
export const between = { number: 2, result: 3 };

/** In the largest type in which all of the source fits, or else as much as matters in the smallest. */
export function pictureContent(card: Card): PictureContent {
  const texts = textsOf(card).map(drawableText);
  const results = resultsOf(card);
  const points = picturePoints(texts, results);
  const within = (type: Type): PictureContent & { fits: boolean } => {
    const numbers = pictureLines(texts.length, points, type.rows);
    const indent = commonIndent(numbers.map((number) => texts[number - 1]!));
    const shown = texts.map((text, at) => (numbers.includes(at + 1) ? text.slice(indent) : text));
    const digits = String(numbers.at(-1) ?? 1).length;
    const beside = Math.max(0, ...numbers.map((line) => results.get(line)?.text.length ?? 0));
    const room =
      type.columns - digits - between.number - (beside > 0 ? between.result + beside : 0);
    const longest = Math.max(1, ...numbers.map((line) => [...shown[line - 1]!].length));
    const coloured = colourLines(shown, card.language, room);
    return {
      type,
      lines: numbers.map((number) => ({
        number,
        ...coloured(number),
        result: results.get(number) ?? null,
      })),
      digits,
      code: Math.min(longest, room),
      fits: numbers.length === texts.length && longest <= room,
    };
  };
  const smallest = types.at(-1)!;
  const larger = types.find((type) => type !== smallest && within(type).fits);
  return within(larger ?? smallest);
}

/** How many columns all lines leave empty at their beginning. */
const commonIndent = (texts: readonly string[]): number =>
  Math.min(...texts.filter((text) => text.trim() !== '').map((text) => text.search(/\S/)));
