import { LRUCache } from 'lru-cache';
import type { PictureOrder } from '../../protocol/picture.ts';
import { pathKind } from '../site/path-kind.ts';
import { DrawingThread } from './drawing-thread.ts';
import { standardPictureBounds, type PictureBounds } from './picture-bounds.ts';

/** A picture, or why there is none: too many wait, or the site is not built. */
export type PictureAnswer = { kind: 'drawn'; png: Uint8Array } | { kind: 'busy' | 'not-built' };

/** Pictures for the cards of other sites: each is drawn once, and kept as long as there is room. */
export class Pictures {
  readonly #file: string;
  readonly #bounds: PictureBounds;
  readonly #thread: DrawingThread;
  readonly #kept: LRUCache<string, Uint8Array>;
  /** By name: who asks for one that is under way waits for the same. */
  readonly #underWay = new Map<string, Promise<Uint8Array>>();

  /** @param file the module that draws, if the site is built */
  constructor(file: string, bounds = standardPictureBounds) {
    this.#file = file;
    this.#bounds = bounds;
    this.#thread = new DrawingThread(file, bounds);
    this.#kept = new LRUCache({
      maxSize: bounds.keptBytes,
      maxEntrySize: bounds.perPictureBytes,
      sizeCalculation: (png) => Math.max(png.byteLength, 1),
    });
  }

  /**
   * Rejects if it cannot be drawn.
   * @param name under which the same picture is always asked for, and no other
   */
  async draw(name: string, order: PictureOrder): Promise<PictureAnswer> {
    const kept = this.#kept.get(name);
    if (kept) return { kind: 'drawn', png: kept };
    const underWay = this.#underWay.get(name);
    if (underWay) return { kind: 'drawn', png: await underWay };
    if (pathKind(this.#file) !== 'file') return { kind: 'not-built' };
    if (this.#underWay.size >= this.#bounds.mostWaiting) return { kind: 'busy' };
    const drawn = this.#draw(name, order);
    this.#underWay.set(name, drawn);
    try {
      return { kind: 'drawn', png: await drawn };
    } finally {
      this.#underWay.delete(name);
    }
  }

  async #draw(name: string, order: PictureOrder): Promise<Uint8Array> {
    const png = await this.#thread.draw(order);
    this.#kept.set(name, png);
    return png;
  }
}
