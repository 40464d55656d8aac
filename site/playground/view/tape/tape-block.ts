import type { TapeEntry } from '../../client/tape-entries.ts';
import type { Step } from '../in-slices.ts';

/** How the entries of a block become markup. */
export interface EntryPrinter {
  /** All of an entry, as the reader sees it; without what unfolds while it rushes by. */
  row: (entry: TapeEntry, rushesBy: boolean) => Element;
  /** The same in a line of plain text. */
  text: (entry: TapeEntry) => string;
}

/**
 * Consecutive entries of a tape. Near the reader, they are rows; far away, a single text replaces
 * them, in which the browser's search still finds them. What it should show is said first and drawn
 * later, since much may change at once; until then, one that is far away keeps their room.
 */
export class TapeBlock {
  readonly list: HTMLOListElement;
  #entries: readonly TapeEntry[] = [];
  #isNear = true;
  #rushesBy = false;
  #shown: readonly TapeEntry[] = [];
  /** What stands for its rows; null while they are there themselves. */
  #standIn: HTMLElement | null = null;
  #isIncomplete = false;
  #isCurrent = true;

  constructor(list: HTMLOListElement) {
    this.list = list;
  }

  /** One that begins far from the reader. */
  static afar(): TapeBlock {
    const block = new TapeBlock(document.createElement('ol'));
    block.#isNear = false;
    block.#standFor();
    return block;
  }

  /** Takes the rows already in the list to be those of these entries. */
  adopt(entries: readonly TapeEntry[]): void {
    this.#entries = this.#shown = entries;
  }

  /** Dims what is shown until other entries replace it. */
  age(): void {
    for (const row of this.list.children) row.toggleAttribute('data-stale', true);
    this.comeNear();
    this.expect([]);
    this.#shown = [];
    this.#isCurrent = true;
  }

  /** Makes the next drawing print all entries again. */
  forget(): void {
    this.#shown = [];
    this.#isCurrent = this.#entries.length === 0;
  }

  /** Says which entries it is to show. */
  expect(entries: readonly TapeEntry[]): void {
    if (entries.length !== this.#entries.length) this.#keepRoom(entries.length);
    this.#entries = entries;
    this.#isCurrent =
      entries.length === this.#shown.length &&
      entries.every((entry, at) => isSame(entry, this.#shown[at]!));
  }

  /** @param rushesBy whether its calls come faster than they can be read */
  comeNear(rushesBy = false): void {
    this.#isNear = true;
    this.#rushesBy = rushesBy;
  }

  goAfar(): void {
    this.#isNear = false;
  }

  get isNear(): boolean {
    return this.#isNear;
  }

  /** Whether there are rows, be they complete or not. */
  get showsRows(): boolean {
    return !this.#standIn;
  }

  /** Whether an entry's row is there, though it may say more once it is drawn again. */
  hasRow(at: number): boolean {
    const [shown, entry] = [this.#shown[at], this.#entries[at]];
    return (
      this.showsRows && shown?.row.call === entry?.row.call && !shown?.summed === !entry?.summed
    );
  }

  /** Whether it shows what it should. */
  get isDrawn(): boolean {
    return (
      this.#isNear === this.showsRows && (this.#rushesBy || !this.#isIncomplete) && this.#isCurrent
    );
  }

  /** Whether the reader has done something here that plain text would lose. */
  get isInUse(): boolean {
    return this.list.contains(document.activeElement) || !!this.list.querySelector('details[open]');
  }

  /**
   * Draws its entries, touching only rows that are new or have changed: makes them one by one, and
   * puts them all in at once.
   *
   * @param put called with what changes the page
   */
  *draw(printer: EntryPrinter, put: (change: () => void) => void): Generator<Step> {
    const [entries, shown, rushesBy] = [this.#entries, this.#shown, this.#rushesBy];
    if (!this.#isNear) {
      const text = entries.map(printer.text).join('\n');
      return put(() => this.#showText(entries, text));
    }
    const known = this.#standIn || (this.#isIncomplete && !rushesBy) ? [] : shown;
    const rows: (Element | null)[] = [];
    for (const [at, entry] of entries.entries()) {
      const isThere = known[at] && isSame(known[at], entry);
      rows.push(isThere ? null : printer.row(entry, rushesBy));
      if (!isThere) yield;
    }
    // Somebody else may have been faster, such as a reader who went to one of them.
    if (shown !== this.#shown) return;
    put(() => this.#showRows(entries, rows, rushesBy));
    yield rows.filter((row) => row !== null).length;
  }

  /** @param rows null for each that is there */
  #showRows(
    entries: readonly TapeEntry[],
    rows: readonly (Element | null)[],
    rushesBy: boolean,
  ): void {
    if (this.#standIn) this.list.replaceChildren();
    this.#standIn = null;
    this.#isIncomplete = rushesBy;
    rows.forEach((next, at) => {
      const old = this.list.children[at];
      if (!next) return;
      if (old && isOfSameCall(old, next)) keepReadersState(old, next);
      if (old) old.replaceWith(next);
      else this.list.append(next);
    });
    // What is stale stays until the run has ended.
    for (const left of [...this.list.children].slice(entries.length))
      if (!left.matches('[data-stale]')) left.remove();
    this.#show(entries);
  }

  #showText(entries: readonly TapeEntry[], text: string): void {
    this.#standFor().textContent = text;
    this.#show(entries);
  }

  #show(entries: readonly TapeEntry[]): void {
    this.#shown = entries;
    this.expect(this.#entries);
  }

  #standFor(): HTMLElement {
    this.#isIncomplete = false;
    if (this.#standIn) return this.#standIn;
    this.#standIn = document.createElement('li');
    this.#standIn.className = 'afar';
    this.#keepRoom(this.#entries.length);
    this.list.replaceChildren(this.#standIn);
    return this.#standIn;
  }

  #keepRoom(entries: number): void {
    this.#standIn?.style.setProperty('--pg-entries', String(entries));
  }
}

const isSame = (a: TapeEntry, b: TapeEntry): boolean =>
  a.row === b.row &&
  a.alike?.count === b.alike?.count &&
  a.alike?.isUnfolded === b.alike?.isUnfolded &&
  a.summed?.rows.length === b.summed?.rows.length &&
  a.summed?.isUnfolded === b.summed?.isUnfolded;

const isOfSameCall = (old: Element, next: Element): boolean =>
  !old.matches('[data-stale]') &&
  names.every((name) => old.getAttribute(name) === next.getAttribute(name));

/** By what a row is known again, be it of a call or of several that are summed up. */
const names = ['data-call', 'data-summed'] as const;

/** A row that is replaced when its call returns keeps what was unfolded, marked or focused. */
function keepReadersState(old: Element, next: Element): void {
  const unfolded = old.querySelectorAll('details');
  next.querySelectorAll('details').forEach((details, at) => {
    details.open = unfolded[at]?.open ?? false;
  });
  if (!old.contains(document.activeElement)) return;
  const focused = old === document.activeElement ? null : focusable(document.activeElement);
  queueMicrotask(() => {
    const target = focused ? next.querySelector<HTMLElement>(focused) : (next as HTMLElement);
    target?.focus({ preventScroll: true });
  });
}

/** A selector that finds in another row what had the focus in this one. */
const focusable = (element: Element | null): string => {
  if (element?.matches('.summed > button')) return 'button';
  return element?.matches('.times') ? 'button.times' : 'a.line';
};
