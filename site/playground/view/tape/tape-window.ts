import type { TapeEntry } from '../../client/tape-entries.ts';
import { TapeBlock } from './tape-block.ts';
import type { EntryPrinter } from './tape-block.ts';
import { finish, inSlices, type Step } from '../in-slices.ts';
import { keepInPlace } from './keep-in-place.ts';

/** Entries of a block: about as many as a window shows at once. */
const blockEntries = 25;

/** Up to this many entries, all become rows. */
const mostRows = 200;

/** Blocks of rows that stay when they have gone out of view: the reader may go back to them. */
const recentBlocks = 2;

/** So long after its last call a tape has time for what is out of view. */
const quietMs = 150;

/**
 * The entries of a tape in blocks, of which only those near the reader are rows: ten thousand rows
 * would be a hundred thousand elements. Blocks are drawn one at a time, so that the page answers in
 * between; until its turn has come, one is as it was, or blank.
 */
export class TapeWindow {
  readonly #region: HTMLElement;
  readonly #printer: EntryPrinter;
  readonly #blocks: TapeBlock[];
  #entries: readonly TapeEntry[] = [];
  #near: IntersectionObserver | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #isDrawing = false;
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

  /**
   * Shows other entries, step by step: first what is near the reader, and in its own time the rest.
   *
   * @param follow whether the end is in view and should stay there
   */
  *show(entries: readonly TapeEntry[], follow: boolean): Generator<Step> {
    const inView = follow ? this.#entriesInView : 0;
    const rushes = entries.length - this.#entries.length > blockEntries;
    this.#entries = entries;
    const count = Math.max(1, Math.ceil(entries.length / blockEntries));
    this.#shorten(count);
    for (let at = 0; at < count; at++) {
      if (at === this.#blocks.length) {
        this.#append();
        yield;
        // The reader, or the run, may have gone on to others.
        if (entries !== this.#entries) return;
      }
      this.#blocks[at]!.expect(entries.slice(at * blockEntries, (at + 1) * blockEntries));
    }
    if (follow) this.#leaveAllButEnd(inView, rushes);
    yield;
    // What is new is laid out by itself while it is blank, and once more when it has rows.
    this.#region.getBoundingClientRect();
    yield;
    for (let block; (block = this.#undrawn)?.isNear;) yield* this.#draw(block);
    clearTimeout(this.#quiet);
    if (follow) this.#quiet = setTimeout(() => this.#settle(), quietMs);
    else this.#settle();
    void this.#drawRest();
  }

  /** Prints all rows again, because what each of them says has changed. */
  renew(): void {
    for (const block of this.#blocks) block.forget();
  }

  /** The row of an entry; it is made if it is far away. */
  rowAt(at: number): HTMLElement | undefined {
    const block = this.#blocks[Math.floor(at / blockEntries)];
    block?.comeNear();
    if (block && !block.hasRow(at % blockEntries)) finish(this.#draw(block));
    void this.#drawRest();
    this.#held = block?.list.children[at % blockEntries] as HTMLElement | undefined;
    return this.#held;
  }

  /** The last row that is not of an earlier tape, or the text in its place. */
  get last(): Element | null {
    const at = this.#entries.length - 1;
    const block = this.#blocks[Math.floor(at / blockEntries)];
    const place = block?.showsRows ? at % blockEntries : 0;
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

  /** At the very end of the region: for what comes between its parts, they would be styled anew. */
  #append(): void {
    const block = TapeBlock.afar();
    this.#region.append(block.list);
    this.#blocks.push(block);
    this.#near?.observe(block.list);
  }

  #shorten(count: number): void {
    for (const block of this.#blocks.splice(count)) block.list.remove();
  }

  /**
   * While calls arrive at the end that the reader follows, only what is in view there becomes rows.
   * Those that have gone out of view stay for a while, but each has to be painted.
   */
  #leaveAllButEnd(inView: number, rushes: boolean): void {
    this.#forgetReader();
    const from = Math.floor((this.#entries.length - inView) / blockEntries);
    this.#blocks.forEach((block, at) => {
      if (at >= from) {
        if (!block.isNear) block.comeNear(rushes);
      } else if (!block.showsRows || (at < from - recentBlocks && !block.isInUse)) block.goAfar();
    });
  }

  /** At most so many entries are in view, since no row is lower than a line. */
  get #entriesInView(): number {
    const { maxBlockSize, lineHeight } = getComputedStyle(this.#region);
    return Math.ceil(parseFloat(maxBlockSize) / parseFloat(lineHeight));
  }

  #forgetReader(): void {
    clearTimeout(this.#quiet);
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
    for (const block of this.#blocks) block.comeNear();
    void this.#drawRest();
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
    const isNear = new Map(seen.map(({ target, isIntersecting }) => [target, isIntersecting]));
    for (const block of this.#blocks) {
      if (isNear.get(block.list)) block.comeNear();
      else if (isNear.has(block.list) && !block.isInUse) block.goAfar();
    }
    void this.#drawRest();
  }

  /** The block to be drawn next: what is near the reader comes first. */
  get #undrawn(): TapeBlock | undefined {
    const undrawn = this.#blocks.filter((block) => !block.isDrawn);
    return undrawn.find(({ isNear }) => isNear) ?? undrawn[0];
  }

  async #drawRest(): Promise<void> {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    try {
      await inSlices(this.#drawAll());
    } finally {
      this.#isDrawing = false;
    }
  }

  *#drawAll(): Generator<Step> {
    for (let block; (block = this.#undrawn);) yield* this.#draw(block);
  }

  *#draw(block: TapeBlock): Generator<Step> {
    // Text takes the room that was kept for it; rows may be higher.
    const isEven = !block.isNear && !block.showsRows;
    yield* block.draw(this.#printer, (change) => {
      if (isEven) change();
      else keepInPlace(this.#scroller, this.#inView, change);
    });
    yield;
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
    const row = block.showsRows ? [...block.list.children].find(isInView) : undefined;
    return row ?? block.list;
  }
}
