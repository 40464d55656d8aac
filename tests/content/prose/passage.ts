import type { Lang } from '../../../site/facts/localized.ts';

/** A stretch of prose as a reader meets it: a paragraph, a title, a sentence of the interface. */
export interface Passage {
  lang: Lang;
  /** File, and the line or the key in it. */
  where: string;
  /** The words, with `codeMark` where code stands. */
  text: string;
  /** The same with the code in its place. */
  full: string;
  code: string[];
}

/** Stands for a piece of code in prose, so that what surrounds it can be judged. */
export const codeMark = '\uFFFC';

/** A passage written in the house's short form, where backticks set off code. */
export function passageOf(lang: Lang, where: string, written: string): Passage {
  const pieces = written.replace(/\{\{\w+\}\}/g, codeMark).split('`');
  const isCode = (place: number) => place % 2 === 1;
  return {
    lang,
    where,
    text: pieces.map((piece, place) => (isCode(place) ? codeMark : piece)).join(''),
    full: pieces.join(''),
    code: pieces.filter((_, place) => isCode(place)),
  };
}
