/** What drawing may take, of all clients together. */
export interface PictureBounds {
  /** Pictures that are drawn or wait for it. */
  mostWaiting: number;
  /** A picture takes a tenth of a second; the first one, which loads what draws it, some more. */
  drawingMs: number;
  /** The thread, and the memory that its WebAssembly has, are gone so long after the last picture. */
  idleMs: number;
  /** Of pictures that are kept for whoever asks for the same again. */
  keptBytes: number;
  /** A larger one is not kept. */
  perPictureBytes: number;
}

export const standardPictureBounds: PictureBounds = {
  mostWaiting: 32,
  drawingMs: 10_000,
  idleMs: 30_000,
  keptBytes: 16 * 1024 * 1024,
  perPictureBytes: 1024 * 1024,
};
