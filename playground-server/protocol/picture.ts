import type { Language } from './language-table.ts';

/** Size in pixels of a picture for the cards of other sites, which show it large and uncut (Open Graph). */
export const pictureSize = { width: 1200, height: 630 } as const;

/**
 * The module that draws, for a thread of its own: the site's build leaves it below the built site, with
 * its fonts beside it. On the port that is its `workerData` it takes a PictureOrder at a time, and
 * answers with the bytes of a PNG.
 */
export const pictureDrawerFile = 'server/draw-picture.js';

/** Where the build leaves what `/en/picture.png` is drawn from: `en/picture.svg` below this folder. */
export const pictureFolder = 'server/pictures';

/** What is to be drawn. */
export type PictureOrder =
  /** what the site was built with, as SVG */
  | { kind: 'built'; svg: string }
  /** a signed result, as it is kept */
  | { kind: 'result'; signed: string }
  | { kind: 'snippet'; source: string; language: Language };
