import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { programText, type ProgramText } from '../../decode/lines/program-text.ts';
import type { LineRegion } from '../../snippet/line-region.ts';

/** What a reader runs again and again, and a page's example or two. */
const mostKept = 4;

/** Bytes of an executable. Those that are larger are of programs that run longer than reading them takes. */
const largestKept = 256 * 1024;

/** The texts of the programs that were read last: a program that runs again is not read again. */
export class KeptTexts {
  readonly #kept = new LRUCache<string, ProgramText>({ max: mostKept });

  /** What `programText` says of these. */
  of(image: Uint8Array, regions: readonly LineRegion[]): ProgramText | null {
    if (image.length > largestKept) return programText(image, regions);
    const key = hash('sha256', image) + JSON.stringify(regions);
    const text = this.#kept.get(key) ?? programText(image, regions);
    if (text) this.#kept.set(key, text);
    return text;
  }
}
