import type { TapeEntry } from '../../client/tape-entries.ts';
import { TapeBlock } from './tape-block.ts';
import type { EntryPrinter } from './tape-block.ts';
import { keepInPlace } from './keep-in-place.ts';

/** Entries of a block: as many as a high window shows at once. */
const blockEntries = 50;

/** Up to this many entries, all are rows. */
const mostRows = 200;

/**
 * The entries of a tape in blocks, of which only those near the reader are rows: ten thousand rows
 * would be a hundred thousand elements.
 */
export class TapeWindow {
  readonly #region: HTMLElement;
  readonly #printer: EntryPrinter;
  readonly #blocks: TapeBlock[];
  #entries: readonly TapeEntry[] = [];
  #near: IntersectionObserver | undefined;
  /** The row requested last: the reader is there as long as it is in view. */
  #held: HTMLElement | undefined;

  /** @param given what stands in the list that came with the page: no more than a block */
  constructor(region: HTMLElement, given: readonly TapeEntry[], printer: EntryPrinter) {
    this.#region = region;
    this.#printer = printer;
    this.#entries = given;
    const first = new TapeBlock(region.querySelector('ol')!);
    first.adopt(given);
    this.#blocks = [first];
  }

  get entries(): readonly TapeEntry[] {
    return this.#entries;
  }

  /** Dims the rows of an earlier tape, and removes those beyond the first block. */
  age(): void {
    this.#near?.disconnect();
    this.#near = undefined;
    for (const { list } of this.#blocks.splice(1)) list.remove();
    this.#entries = [];
    this.#blocks[0]!.age();
  }

  /** @param follow whether the end is in view and should stay there */
  show(entries: readonly TapeEntry[], follow: boolean): void {
    this.#entries = entries;
    const count = Math.max(1, Math.ceil(entries.length / blockEntries));
    for (const { list } of this.#blocks.splice(count)) list.remove();
    while (this.#blocks.length < count) this.#append(entries.length <= mostRows);
    if (follow) this.#blocks.at(-1)!.isNear = true;
    for (const at of this.#blocks.keys()) this.#showBlock(at);
    if (entries.length > mostRows) this.#watch();
  }

  /** Prints all rows again, because what each of them says has changed. */
  renew(): void {
    for (const block of this.#blocks) block.forget();
  }

  /** The row of an entry; it is made if it is far away. */
  rowAt(at: number): HTMLElement | undefined {
    const block = Math.floor(at / blockEntries);
    const found = this.#blocks[block];
    if (found && !found.isNear) {
      found.isNear = true;
      this.#showBlock(block);
    }
    this.#held = found?.list.children[at % blockEntries] as HTMLElement | undefined;
    return this.#held;
  }

  /** The last row that is not of an earlier tape, or the text in its place. */
  get last(): Element | null {
    const at = this.#entries.length - 1;
    const block = this.#blocks[Math.floor(at / blockEntries)];
    const place = block?.isNear ? at % blockEntries : 0;
    return block?.list.children[place] ?? null;
  }

  #showBlock(at: number): void {
    const from = at * blockEntries;
    this.#blocks[at]!.show(this.#entries.slice(from, from + blockEntries), this.#printer);
  }

  #append(isNear: boolean): void {
    const block = new TapeBlock(document.createElement('ol'));
    block.isNear = isNear;
    this.#blocks.at(-1)!.list.after(block.list);
    this.#blocks.push(block);
    this.#near?.observe(block.list);
  }

  #watch(): void {
    if (this.#near) return;
    const root = this.#scrollsItself ? this.#region : null;
    this.#near = new IntersectionObserver(
      (seen) => keepInPlace(this.#scroller, this.#inView, () => this.#moved(seen)),
      { root, rootMargin: '100% 0px' },
    );
    for (const { list } of this.#blocks) this.#near.observe(list);
  }

  #moved(seen: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of seen) {
      const at = this.#blocks.findIndex(({ list }) => list === target);
      const block = this.#blocks[at];
      if (!block || (!isIntersecting && block.isInUse)) continue;
      block.isNear = isIntersecting;
      this.#showBlock(at);
    }
  }

  /** A phone scrolls the page, not the tape. */
  get #scrollsItself(): boolean {
    return getComputedStyle(this.#region).maxBlockSize !== 'none';
  }

  get #scroller(): Element {
    return this.#scrollsItself ? this.#region : document.scrollingElement!;
  }

  /** Where the reader is: at the row requested last, or else at the first row or block in view. */
  get #inView(): Element {
    const { top, bottom } = this.#scrollsItself
      ? this.#region.getBoundingClientRect()
      : { top: 0, bottom: innerHeight };
    const isInView = (element: Element) => {
      const place = element.getBoundingClientRect();
      return place.bottom > top && place.top < bottom;
    };
    if (this.#held?.isConnected && isInView(this.#held)) return this.#held;
    const block = this.#blocks.find(({ list }) => isInView(list)) ?? this.#blocks[0]!;
    const row = block.isNear ? [...block.list.children].find(isInView) : undefined;
    return row ?? block.list;
  }
}
