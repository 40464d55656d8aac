import type { TapeEntry } from '../../client/tape-entries.ts';

/** How the entries of a block become markup. */
export interface EntryPrinter {
  /** All of an entry, as the reader sees it; without what unfolds while it rushes by. */
  row: (entry: TapeEntry, rushesBy: boolean) => Element;
  /** The same in a line of plain text. */
  text: (entry: TapeEntry) => string;
}

/**
 * Consecutive entries of a tape. Near the reader, they are rows; far away, a single text replaces
 * them, in which the browser's search still finds them.
 */
export class TapeBlock {
  readonly list: HTMLOListElement;
  isNear = true;
  /** Whether its calls come faster than they can be read. */
  rushesBy = false;
  #shown: readonly TapeEntry[] = [];
  #isShownNear = true;
  #isIncomplete = false;

  constructor(list: HTMLOListElement) {
    this.list = list;
  }

  /** Takes the rows already in the list to be those of these entries. */
  adopt(entries: readonly TapeEntry[]): void {
    this.#shown = entries;
  }

  /** Dims what is shown until other entries replace it. */
  age(): void {
    for (const row of this.list.children) row.toggleAttribute('data-stale', true);
    this.isNear = true;
    this.forget();
  }

  /** Makes the next `show` print all entries again. */
  forget(): void {
    this.#shown = [];
  }

  /** Shows these entries, touching only those that are new or have changed. */
  show(entries: readonly TapeEntry[], printer: EntryPrinter): void {
    if (this.isNear !== this.#isShownNear) {
      this.list.replaceChildren();
      this.#shown = [];
    }
    if (this.#isIncomplete && !this.rushesBy) this.#shown = [];
    this.#isShownNear = this.isNear;
    this.#isIncomplete = this.isNear && this.rushesBy;
    if (this.isNear) this.#showRows(entries, printer);
    else this.#showText(entries, printer);
    this.#shown = entries;
  }

  /** Whether all that it should show is there. */
  get isComplete(): boolean {
    return this.isNear && !this.#isIncomplete;
  }

  /** Whether the reader has done something here that plain text would lose. */
  get isInUse(): boolean {
    return this.list.contains(document.activeElement) || !!this.list.querySelector('details[open]');
  }

  #showRows(entries: readonly TapeEntry[], { row }: EntryPrinter): void {
    entries.forEach((entry, at) => {
      const [known, old] = [this.#shown[at], this.list.children[at]];
      if (old && known && isSame(known, entry)) return;
      const next = row(entry, this.rushesBy);
      if (old && isOfSameCall(old, next)) keepReadersState(old, next);
      if (old) old.replaceWith(next);
      else this.list.append(next);
    });
    // What is stale stays until the run has ended.
    for (const left of [...this.list.children].slice(entries.length))
      if (!left.matches('[data-stale]')) left.remove();
  }

  #showText(entries: readonly TapeEntry[], { text }: EntryPrinter): void {
    const isKnown = (entry: TapeEntry, at: number) => {
      const known = this.#shown[at];
      return known && isSame(known, entry);
    };
    if (entries.length === this.#shown.length && entries.every(isKnown)) return;
    const standIn = document.createElement('li');
    standIn.className = 'afar';
    standIn.style.setProperty('--pg-entries', String(entries.length));
    standIn.textContent = entries.map(text).join('\n');
    this.list.replaceChildren(standIn);
  }
}

const isSame = (a: TapeEntry, b: TapeEntry): boolean =>
  a.row === b.row &&
  a.alike?.count === b.alike?.count &&
  a.alike?.isUnfolded === b.alike?.isUnfolded;

const isOfSameCall = (old: Element, next: Element): boolean =>
  !old.matches('[data-stale]') && old.getAttribute('data-call') === next.getAttribute('data-call');

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
const focusable = (element: Element | null): string =>
  element?.matches('.times') ? 'button.times' : 'a.line';
