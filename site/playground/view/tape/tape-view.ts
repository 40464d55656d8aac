import type { TapeComparison } from '../../client/compare-tapes.ts';
import type { Tape } from '../../client/explain/scope-of.ts';
import { hasThreads } from '../../client/has-threads.ts';
import type { TapeRow } from '../../client/run-state.ts';
import type { Html } from '../../../markup/html.ts';
import type { TapeContext } from '../tape-context.ts';
import { revealIn } from './reveal-in.ts';
import { missingRow, tapeRow } from './tape-row.ts';
import { WaitingClock } from './waiting-clock.ts';

/**
 * The tape on the page. Live rows take the places of the recorded ones, so that nothing moves;
 * it scrolls only inside its own region, and only while the reader is at its end.
 */
export class TapeView {
  readonly #region: HTMLElement;
  readonly #list: HTMLOListElement;
  readonly #context: TapeContext;
  readonly #clock: WaitingClock;
  #shown: TapeRow[] = [];
  #hasThreads = false;

  constructor(region: HTMLElement, context: TapeContext) {
    this.#region = region;
    this.#list = region.querySelector('ol')!;
    this.#context = context;
    this.#clock = new WaitingClock(this.#list, context.words.lang);
  }

  /** Begins a live tape over whatever is shown; the old rows step back until they are replaced. */
  begin(): void {
    this.#shown = [];
    this.#hasThreads = false;
    this.#clock.start();
    for (const row of this.#list.children) row.toggleAttribute('data-stale', true);
    this.#region.scrollTop = 0;
  }

  /** Shows the rows of a live run, touching only those that are new or have changed. */
  show(tape: Tape, { differences }: TapeComparison): void {
    const { rows } = tape;
    const follow = this.#endIsVisible();
    const known = this.#shown.length;
    if (!this.#hasThreads && hasThreads(rows)) {
      // From here on every row names its thread.
      this.#hasThreads = true;
      this.#shown = [];
    }
    rows.forEach((row, at) => {
      if (this.#shown[at] === row) return;
      this.#put(at, tapeRow(row, tape, this.#context, differences.get(row.call)));
    });
    if (follow && rows.length > known) revealIn(this.#region, this.#list.children[rows.length - 1]);
    this.#shown = [...rows];
  }

  /**
   * Ends a live tape: what is left of the old one goes, and the calls of the record that were
   * missing follow; `nothing` says why no row is left.
   */
  end(nothing: string, missing: readonly TapeRow[]): void {
    this.#clock.stop();
    this.#region.querySelector('.nothing')!.textContent = nothing;
    for (const row of this.#list.querySelectorAll('[data-stale], .missing')) row.remove();
    for (const row of missing) this.#list.append(elementOf(missingRow(row, this.#context)));
  }

  /** Marks the calls made by this source line; `call` is the one that was chosen among them. */
  mark(line: number | null, call: number | null): void {
    for (const row of this.#list.children) {
      const isOf = line !== null && row.getAttribute('data-line') === String(line);
      row.toggleAttribute('data-marked', isOf);
      if (row.getAttribute('data-call') === String(call)) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
    const marked = this.#list.querySelector('[aria-current]');
    revealIn(this.#region, marked ?? this.#list.querySelector('[data-marked]'));
  }

  #put(at: number, row: Html): void {
    const next = elementOf(row);
    const old = this.#list.children[at];
    if (!old) {
      this.#list.append(next);
      return;
    }
    if (!old.hasAttribute('data-stale')) keepReadersState(old, next);
    old.replaceWith(next);
  }

  #endIsVisible(): boolean {
    const last = this.#list.children[this.#shown.length - 1];
    const bottomOf = (element: Element) => element.getBoundingClientRect().bottom;
    return !last || bottomOf(last) <= bottomOf(this.#region) + 4;
  }
}

function elementOf({ markup }: Html): Element {
  const template = document.createElement('template');
  template.innerHTML = markup.trim();
  return template.content.firstElementChild!;
}

/** A row that is replaced when its call returns keeps what was unfolded, marked or focused. */
function keepReadersState(old: Element, next: Element): void {
  const unfolded = old.querySelectorAll('details');
  next.querySelectorAll('details').forEach((details, at) => {
    details.open = unfolded[at]?.open ?? false;
  });
  next.toggleAttribute('data-marked', old.hasAttribute('data-marked'));
  if (old.hasAttribute('aria-current')) next.setAttribute('aria-current', 'true');
  if (!old.contains(document.activeElement)) return;
  const focused = old === document.activeElement ? null : 'a.line';
  queueMicrotask(() => {
    const target = focused ? next.querySelector<HTMLElement>(focused) : (next as HTMLElement);
    target?.focus({ preventScroll: true });
  });
}
