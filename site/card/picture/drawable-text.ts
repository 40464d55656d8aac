import { visibleText } from '../visible-text.ts';

/** The characters of which IBM Plex Mono and IBM Plex Serif have glyphs, as far as texts need them. */
const drawn = [
  '\\u0020-\\u007e\\u00a0-\\u017e\\u0400-\\u045f\\u0490-\\u0491\\u2013\\u2014\\u2018-\\u201a\\u201c-\\u201e',
  '\\u2020-\\u2022\\u2026\\u2030\\u2032\\u2033\\u2039\\u203a\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u20ac\\u2116',
  '\\u2122\\u2190-\\u2199\\u2202\\u2206\\u220f\\u2211\\u2212\\u221a\\u221e\\u222b\\u2248\\u2260\\u2264\\u2265\\u25ca',
].join('');
/** Box drawing, blocks and shapes, which only the monospaced one has. */
const drawnInCode = '\\u2500-\\u259f';

/** With the marks that follow it, and what joins signs to one picture, as in an emoji of a family. */
const others = new RegExp(
  `[^${drawn}${drawnInCode}][\\p{M}\\p{Emoji_Modifier}]*(?:\\u200d\\P{M}\\p{M}*)*`,
  'gu',
);

/** Of spaces and hyphens, they have the usual ones only: French has a narrow space before its signs. */
const widths = /\p{Zs}/gu;
const hyphens = /[\u2010\u2011]/g;

/** In the place of what has no glyph: it takes one column, and turns no text around. */
const noGlyph = '▒';

/**
 * A line as a picture shows it which no other face than the site's own draws: a grey block stands for
 * each sign that they lack. Accents are composed with their letters first.
 */
export const drawableText = (line: string): string =>
  visibleText(line)
    .normalize('NFC')
    .replace(widths, ' ')
    .replace(hyphens, '-')
    .replace(others, noGlyph);
