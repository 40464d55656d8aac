import { pictureSize } from '../../../playground-server/protocol/picture.ts';

/** Where what stands on a picture begins and ends, in pixels. */
export const frame = {
  left: 48,
  right: pictureSize.width - 48,
  width: pictureSize.width,
  /** Of the line below the title. */
  rule: 100,
  lines: 118,
  end: 550,
};

/** How wide a character of IBM Plex Mono is, as a part of its size. */
const characterWidth = 0.6;

/** How many characters there is room for, beside each other. */
export const columnsIn = (size: number): number =>
  Math.floor((frame.right - frame.left) / (size * characterWidth));

/** Monospaced type of one size, in pixels. */
export interface Type {
  size: number;
  character: number;
  line: number;
  /** How many lines there is room for. */
  rows: number;
  columns: number;
}

const typeOf = (size: number): Type => {
  const line = Math.round(size * 1.5);
  return {
    size,
    character: size * characterWidth,
    line,
    rows: Math.floor((frame.end - frame.lines) / line),
    columns: columnsIn(size),
  };
};

/** Largest first. Smaller type could not be read in a chat, which shows the picture at half its size. */
export const types: readonly Type[] = [34, 30, 27, 24].map(typeOf);
