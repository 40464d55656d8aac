import type { TapeEntry } from '../../client/tape-entries.ts';
import { TapeBlock } from './tape-block.ts';
import type { EntryPrinter } from './tape-block.ts';
import { keepInPlace } from './keep-in-place.ts';

/** Entries of a block: about as many as a window shows at once. */
const blockEntries = 25;

/** Up to this many entries, all become rows. */
const mostRows = 200;

/** So long after its last call a tape has time for what is out of view. */
const quietMs = 150;

/**
 * The entries of a tape in blocks, of which only those near the reader are rows: ten thousand rows
 * would be a hundred thousand elements. Rows are made one block at a time, so that the page answers
 * in between; until its turn has come, a block is text.
 */
export class TapeWindow {
  readonly #region: HTMLElement;
  readonly #printer: EntryPrinter;
  readonly #blocks: TapeBlock[];
  #entries: readonly TapeEntry[] = [];
  #near: IntersectionObserver | undefined;
  /** The blocks whose rows are still to be made. */
  readonly #wanted = new Set<TapeBlock>();
  #next: ReturnType<typeof setTimeout> | undefined;
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
    this.#forgetReader();
    this.#shorten(1);
    this.#entries = [];
    this.#blocks[0]!.age();
  }

  /** @param follow whether the end is in view and should stay there */
  show(entries: readonly TapeEntry[], follow: boolean): void {
    const rushes = entries.length - this.#entries.length > blockEntries;
    this.#entries = entries;
    const count = Math.max(1, Math.ceil(entries.length / blockEntries));
    this.#shorten(count);
    while (this.#blocks.length < count) this.#append();
    if (follow) this.#leaveAllButEnd(rushes);
    for (const at of this.#blocks.keys()) this.#showBlock(at);
    if (follow) this.#next = setTimeout(() => this.#settle(), quietMs);
    else this.#settle();
  }

  /** Prints all rows again, because what each of them says has changed. */
  renew(): void {
    for (const block of this.#blocks) block.forget();
  }

  /** The row of an entry; it is made if it is far away. */
  rowAt(at: number): HTMLElement | undefined {
    const block = Math.floor(at / blockEntries);
    const found = this.#blocks[block];
    if (found && !found.isComplete) this.#makeWhole(found);
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

  /** What the last entries are in. */
  get end(): HTMLElement {
    return this.#blocks.at(-1)!.list;
  }

  /** A phone scrolls the page, not the tape. */
  get scrollsItself(): boolean {
    return getComputedStyle(this.#region).maxBlockSize !== 'none';
  }

  #showBlock(at: number): void {
    const from = at * blockEntries;
    this.#blocks[at]!.show(this.#entries.slice(from, from + blockEntries), this.#printer);
  }

  /** At the very end of the region: for what comes between its parts, they would be styled anew. */
  #append(): void {
    const block = new TapeBlock(document.createElement('ol'));
    block.isNear = false;
    this.#region.append(block.list);
    this.#blocks.push(block);
    this.#near?.observe(block.list);
  }

  #shorten(count: number): void {
    for (const block of this.#blocks.splice(count)) {
      block.list.remove();
      this.#wanted.delete(block);
    }
  }

  /**
   * While calls arrive at the end that the reader follows, only what is in view there becomes rows;
   * which they are follows from their number, since no row is lower than a line. Rows that have
   * gone out of view stay for a while: they cost nothing, and the reader may go back to them.
   */
  #leaveAllButEnd(rushes: boolean): void {
    this.#forgetReader();
    const { maxBlockSize, lineHeight } = getComputedStyle(this.#region);
    const inView = Math.ceil(parseFloat(maxBlockSize) / parseFloat(lineHeight));
    const from = Math.floor((this.#entries.length - inView) / blockEntries);
    const recent = from - mostRows / blockEntries;
    this.#blocks.forEach((block, at) => {
      const wasNear = block.isNear;
      block.isNear = at >= from || (block.isNear && (at >= recent || block.isInUse));
      if (!wasNear) block.rushesBy = rushes;
    });
  }

  #forgetReader(): void {
    clearTimeout(this.#next);
    this.#wanted.clear();
    this.#unwatch();
  }

  #unwatch(): void {
    this.#near?.disconnect();
    this.#near = undefined;
  }

  /** Lets what is near the reader become rows, wherever that is from now on. */
  #settle(): void {
    if (this.#entries.length > mostRows) return this.#watch();
    this.#unwatch();
    for (const block of this.#blocks) if (!block.isComplete) this.#wanted.add(block);
    this.#makeRows();
  }

  #watch(): void {
    if (this.#near) return;
    const root = this.scrollsItself ? this.#region : null;
    this.#near = new IntersectionObserver((seen) => this.#moved(seen), {
      root,
      rootMargin: '100% 0px',
    });
    for (const { list } of this.#blocks) this.#near.observe(list);
  }

  #moved(seen: readonly IntersectionObserverEntry[]): void {
    const left: TapeBlock[] = [];
    for (const { target, isIntersecting } of seen) {
      const block = this.#blocks.find(({ list }) => list === target);
      if (!block) continue;
      if (isIntersecting && !block.isComplete) this.#wanted.add(block);
      if (isIntersecting) continue;
      this.#wanted.delete(block);
      if (block.isNear && !block.isInUse) left.push(block);
    }
    if (left.length > 0) this.#change(left, (block) => this.#makeText(block));
    this.#makeRows();
  }

  /** Those of one block at a time. */
  #makeRows(): void {
    clearTimeout(this.#next);
    const [block] = this.#wanted;
    if (!block) return;
    this.#wanted.delete(block);
    this.#change([block], (each) => this.#makeWhole(each));
    this.#next = setTimeout(() => this.#makeRows());
  }

  #change(blocks: readonly TapeBlock[], change: (block: TapeBlock) => void): void {
    keepInPlace(this.#scroller, this.#inView, () => blocks.forEach(change));
  }

  #makeWhole(block: TapeBlock): void {
    block.isNear = true;
    block.rushesBy = false;
    this.#showBlock(this.#blocks.indexOf(block));
  }

  #makeText(block: TapeBlock): void {
    block.isNear = false;
    this.#showBlock(this.#blocks.indexOf(block));
  }

  get #scroller(): Element {
    return this.scrollsItself ? this.#region : document.scrollingElement!;
  }

  /** Where the reader is: at the row requested last, or else at the first row or block in view. */
  get #inView(): Element {
    const { top, bottom } = this.scrollsItself
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
