import { programText, type ProgramText } from '../../decode/lines/program-text.ts';
import type { LineRegion } from '../../snippet/line-region.ts';

/** What a reader runs again and again, and a page's example or two. */
const mostKept = 4;

/** Bytes of an executable. Those that are larger are of programs that run longer than reading them takes. */
const largestKept = 256 * 1024;

interface KeptText {
  image: Uint8Array;
  regions: string;
  text: ProgramText | null;
}

/** The texts of the programs that were read last: a program that runs again is not read again. */
export class KeptTexts {
  /** The one that was used last comes last. */
  readonly #kept: KeptText[] = [];

  /** What `programText` says of these. */
  of(image: Uint8Array, regions: readonly LineRegion[]): ProgramText | null {
    const wanted = JSON.stringify(regions);
    const at = this.#kept.findIndex(
      (one) => one.regions === wanted && Buffer.compare(one.image, image) === 0,
    );
    const [found] = at < 0 ? [] : this.#kept.splice(at, 1);
    const one = found ?? { image, regions: wanted, text: programText(image, regions) };
    if (image.length <= largestKept) this.#kept.push(one);
    if (this.#kept.length > mostKept) this.#kept.shift();
    return one.text;
  }
}
