import type { TapeComparison } from '../../client/compare-tapes.ts';
import type { Tape } from '../../client/explain/scope-of.ts';
import { hasThreads } from '../../client/has-threads.ts';
import { hasFailed } from '../../client/run-state.ts';
import type { TapeRow, Untold } from '../../client/run-state.ts';
import { shortNames } from '../../client/short-names.ts';
import { tapeEntries } from '../../client/tape-entries.ts';
import type { TapeEntry } from '../../client/tape-entries.ts';
import type { Html } from '../../../markup/html.ts';
import { finish, inSlices, type Step } from '../in-slices.ts';
import type { TapeContext } from '../tape-context.ts';
import { entryText } from './entry-text.ts';
import { revealIn } from './reveal-in.ts';
import { summedRow, summedText } from './summed-row.ts';
import { untoldList } from './untold-list.ts';
import { missingRow, tapeRow } from './tape-row.ts';
import { TapeTools } from './tape-tools.ts';
import { TapeWindow } from './tape-window.ts';
import { WaitingClock } from './waiting-clock.ts';

/**
 * The tape on the page. Live rows take the places of the recorded ones, so that nothing moves;
 * it scrolls only inside its own region, and only while the reader is at its end.
 */
export class TapeView {
  readonly #region: HTMLElement;
  readonly #context: TapeContext;
  readonly #clock: WaitingClock;
  readonly #window: TapeWindow;
  readonly #tools: TapeTools;
  #tape: Tape;
  #differences: TapeComparison['differences'] = new Map();
  #errorsOnly = false;
  readonly #unfolded = new Set<number>();
  /** First calls of those that are summed up elsewhere, and shown here. */
  readonly #shown = new Set<number>();
  #hasThreads = false;
  #marked: { line: number | null; call: number | null } = { line: null, call: null };

  /** @param recorded the tape that came with the page */
  constructor(region: HTMLElement, context: TapeContext, recorded: Tape) {
    this.#region = region;
    this.#context = context;
    this.#tape = recorded;
    this.#clock = new WaitingClock(region, context.words.lang);
    this.#window = new TapeWindow(region, this.#entries(), {
      row: (entry, rushesBy) => this.#row(entry, rushesBy),
      text: (entry) =>
        entry.summed
          ? summedText(entry.summed.rows, context.words)
          : entryText(entry, shortNames(this.#tape.rows).nameOf, context.words.lang),
    });
    this.#tools = new TapeTools(region, context.words, {
      showErrorsOnly: (isOn) => {
        this.#errorsOnly = isOn;
        this.#showAgain();
      },
      goToError: (step) => this.#goToError(step),
    });
    region.addEventListener('click', ({ target }) => this.#toggle(target as Element));
  }

  /** Begins a live tape over whatever is shown; the old rows are dimmed until they are replaced. */
  begin(): void {
    this.#window.age();
    for (const row of this.#region.querySelectorAll('.missing, .untold'))
      row.toggleAttribute('data-stale', true);
    this.#unfolded.clear();
    this.#shown.clear();
    this.#marked = { line: null, call: null };
    this.#hasThreads = false;
    this.#clock.start();
    this.#region.scrollTop = 0;
  }

  /** Shows the rows of a live run step by step, touching only what is new or has changed. */
  *show(tape: Tape, { differences }: TapeComparison): Generator<Step> {
    const follow = this.#endIsVisible();
    this.#tape = tape;
    this.#differences = differences;
    if (!this.#hasThreads && hasThreads(tape.rows)) {
      // From here on every row names its thread.
      this.#hasThreads = true;
      this.#window.renew();
    }
    yield;
    yield* this.#window.show(this.#entries(), follow);
    this.#tools.show(tape.rows);
    // Also without a new call: one that has returned may have become higher.
    if (follow) revealIn(this.#region, this.#window.last);
  }

  /**
   * Ends a live tape: what is left of the old one is removed; the recorded calls that were not made
   * are appended, and what is told of those beyond the last row; `nothing` says why no row is left.
   */
  end(nothing: string, missing: readonly TapeRow[], untold: Untold | null = null): void {
    this.#clock.stop();
    const note = this.#region.querySelector('.nothing')!;
    note.textContent = nothing;
    for (const old of this.#region.querySelectorAll('[data-stale], ol.left, .untold')) old.remove();
    if (untold) this.#region.append(elementOf(untoldList(untold, this.#context)));
    if (missing.length === 0) return;
    const list = document.createElement('ol');
    list.className = 'left';
    list.append(...missing.map((row) => elementOf(missingRow(row, this.#context))));
    this.#window.end.after(list);
  }

  /** The row of a call, or of those alike that it is folded into. */
  rowOf(call: number): HTMLElement | undefined {
    return this.#window.rowAt(this.#entryOf(call));
  }

  /** Marks the calls made by this source line; `call` is the one that was chosen among them. */
  mark(line: number | null, call: number | null): void {
    this.#marked = { line, call };
    if (call) this.#bringOut(call);
    const chosen = call ? this.#window.rowAt(this.#entryOf(call)) : null;
    for (const row of this.#region.querySelectorAll('li[data-call], li.summed')) this.#markRow(row);
    chosen?.setAttribute('aria-current', 'true');
    revealIn(this.#region, chosen ?? this.#region.querySelector('[data-marked]'));
  }

  /** Shows a call that is summed up with others, and these with it. */
  #bringOut(call: number): void {
    const { summed } = this.#window.entries[this.#entryOf(call)] ?? {};
    if (!summed || summed.isUnfolded) return;
    this.#shown.add(summed.rows[0]!.call);
    finish(this.#window.show(this.#entries(), false));
  }

  /** Chooses the next failed call after the chosen one, or the last one before it. */
  #goToError(step: 1 | -1): void {
    const { entries } = this.#window;
    const chosen = this.#region.querySelector<HTMLElement>('[aria-current], li:focus-within');
    const from = chosen ? this.#entryOf(Number(chosen.dataset['call'])) : -1;
    for (let at = from + step; at >= 0 && at < entries.length; at += step) {
      if (!hasFailed(entries[at]!.row)) continue;
      const row = this.#window.rowAt(at);
      row?.focus({ preventScroll: true });
      row?.click();
      // The tape may be higher than what the window shows of it.
      row?.scrollIntoView({ block: 'nearest' });
      return;
    }
  }

  /** The index of a call's entry, or of the entry it is folded into; -1 before the first. */
  #entryOf(call: number): number {
    return this.#window.entries.findLastIndex(({ row }) => row.call <= call);
  }

  /** The reader wishes to see more of the tape, or less. */
  #showAgain(): void {
    void inSlices(this.#window.show(this.#entries(), false));
  }

  #entries(): TapeEntry[] {
    const { rows } = this.#tape;
    const errorsOnly = this.#errorsOnly && rows.some(hasFailed);
    const wishes = { errorsOnly, unfolded: this.#unfolded };
    // Where the page scrolls, a tape is as long as the page has to be.
    if (!this.#window || this.#window.scrollsItself) return tapeEntries(rows, wishes);
    return tapeEntries(rows, { ...wishes, shown: this.#shown });
  }

  #row({ row, alike, summed }: TapeEntry, rushesBy: boolean): Element {
    if (summed) return elementOf(summedRow(summed, this.#context.words));
    const difference = this.#differences.get(row.call);
    const element = elementOf(tapeRow(row, this.#tape, this.#context, difference, alike, rushesBy));
    this.#markRow(element);
    return element;
  }

  #markRow(row: Element): void {
    const { line, call } = this.#marked;
    const lines = row.getAttribute('data-lines')?.split(' ') ?? [row.getAttribute('data-line')];
    const isOf = line !== null && lines.includes(String(line));
    row.toggleAttribute('data-marked', isOf);
    if (call !== null && row.getAttribute('data-call') === String(call))
      row.setAttribute('aria-current', 'true');
    else row.removeAttribute('aria-current');
  }

  #toggle(target: Element): void {
    const sum = target.closest('button')?.closest<HTMLElement>('li[data-summed]');
    const summed = sum?.dataset['summed'];
    if (summed) {
      if (!this.#shown.delete(Number(summed))) this.#shown.add(Number(summed));
      return this.#showAgain();
    }
    const row = target.closest('button.times')?.closest<HTMLElement>('li[data-call]');
    if (!row) return;
    const call = Number(row.dataset['call']);
    if (!this.#unfolded.delete(call)) this.#unfolded.add(call);
    this.#showAgain();
  }

  #endIsVisible(): boolean {
    const { last } = this.#window;
    if (!this.#window.scrollsItself) return false;
    const bottomOf = (element: Element) => element.getBoundingClientRect().bottom;
    return (
      this.#window.entries.length === 0 || !last || bottomOf(last) <= bottomOf(this.#region) + 4
    );
  }
}

function elementOf({ markup }: Html): Element {
  const template = document.createElement('template');
  template.innerHTML = markup.trim();
  return template.content.firstElementChild!;
}
