import { beforeAll, describe, expect, it } from 'vitest';
import { drawableText } from '../../../../site/card/picture/drawable-text.ts';
import { html } from '../../../../site/markup/html.ts';
import { cut, decode, startDrawing, type Draw, type Pixels } from './pixels.ts';

let draw: Draw;
beforeAll(async () => {
  draw = await startDrawing();
});

const cell = 40;
const perRow = 40;

/** Draws each character in a cell of its own, and gives the pixels of each. */
async function glyphsOf(characters: readonly string[], face: string): Promise<string[]> {
  const place = (at: number) => ({ x: (at % perRow) * cell, y: Math.floor(at / perRow) * cell });
  const height = Math.ceil(characters.length / perRow) * cell;
  const texts = characters.map(
    (character, at) =>
      html`<text x="${place(at).x + 8}" y="${place(at).y + 28}" xml:space="preserve"
        >${character}</text
      >`,
  );
  const svg = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    width="${perRow * cell}"
    height="${height}"
  >
    <rect width="100%" height="100%" fill="white" />
    <g font-family="${face}" font-size="20">${texts}</g>
  </svg>`;
  const pixels: Pixels = decode(await draw(svg.markup));
  return characters.map((_, at) => cut(pixels, { ...place(at), width: cell, height: cell }));
}

/** All that pass through unchanged, of the planes that texts use. */
const passing = Array.from({ length: 0xffff - 0x20 }, (_, at) => String.fromCodePoint(at + 0x20))
  .filter((character) => !/\p{Surrogate}/u.test(character))
  .filter((character) => drawableText(character) === character);

describe('what a picture shows as it is', () => {
  it('has a glyph in the monospaced face, each one: none is the box of what is missing', async () => {
    const [missing, ...glyphs] = await glyphsOf(['\ue000', ...passing], 'IBM Plex Mono');
    const boxes = passing.filter((_, at) => glyphs[at] === missing);
    expect(boxes.map((character) => character.codePointAt(0)?.toString(16))).toEqual([]);
    expect(passing.length).toBeGreaterThan(500);
  });

  it('are all letters of the languages of the site', () => {
    const russian = 'Съешь ещё этих мягких французских булок, да выпей чаю — «ёж» № 5…';
    const french = 'Dès Noël, où un zéphyr haï me vêt de glaçons würmiens, l’œuf : « ç »';
    expect(drawableText('Réessayer\u202f? « Peut\u2011être »')).toBe('Réessayer ? « Peut-être »');
    for (const text of [russian, russian.toUpperCase(), french, french.toUpperCase()])
      expect(drawableText(text)).toBe(text.normalize('NFC'));
  });
});

describe('what no face has', () => {
  it.each([
    ['an emoji of several', 'a 👨‍👩‍👧 b', 'a ▒ b'],
    ['a flag and a skin', '🏳️‍🌈 👍🏽', '▒ ▒'],
    ['Hebrew, which runs the other way', 'x = שלום;', 'x = ▒▒▒▒;'],
    ['Chinese', '// 你好', '// ▒▒'],
    ['marks upon marks', `a${'\u0489'.repeat(1000)}b`, 'a▒b'],
    ['controls', '\u0000\u001b[31m\u007f', '▒▒[31m▒'],
    ['what turns text around', '/* \u202e\u2066 */', '/* ▒▒ */'],
    ['half a character', '\ud800.', '▒.'],
  ])('is a grey block: %s', (_, text, shown) => {
    expect(drawableText(text)).toBe(shown);
  });

  it('is composed, where it is an accent that only lacks its letter', () => {
    expect(drawableText('e\u0301 и\u0306')).toBe('é й');
  });
});
