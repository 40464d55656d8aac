import type { Differences } from '../../client/compare-tapes.ts';
import type { TapeRow } from '../../client/run-state.ts';
import { tapeRow } from './tape-row.ts';
import type { TapeContext } from './tape-row.ts';

/**
 * The tape on the page. Live rows take the places of the recorded ones, so that nothing moves;
 * it scrolls only inside its own region, and only while the reader is at its end.
 */
export class TapeView {
  readonly #region: HTMLElement;
  readonly #list: HTMLOListElement;
  readonly #context: TapeContext;
  #shown: TapeRow[] = [];

  constructor(region: HTMLElement, context: TapeContext) {
    this.#region = region;
    this.#list = region.querySelector('ol')!;
    this.#context = context;
  }

  /** Begins a live tape over whatever is shown; the old rows step back until they are replaced. */
  begin(): void {
    this.#shown = [];
    for (const row of this.#list.children) row.toggleAttribute('data-stale', true);
    this.#region.style.minBlockSize = `${this.#region.clientHeight}px`;
    this.#region.scrollTop = 0;
  }

  /** Shows the rows of a live run, touching only those that are new or have changed. */
  show(rows: readonly TapeRow[], differences: Differences): void {
    const follow = this.#endIsVisible();
    rows.forEach((row, at) => {
      if (this.#shown[at] !== row) this.#put(at, row, differences.get(row.call));
    });
    if (follow && rows.length > this.#shown.length) this.#follow(rows.length - 1);
    this.#shown = [...rows];
  }

  /** Ends a live tape: what is left of the old one goes; `nothing` says why none is left. */
  end(nothing: string): void {
    this.#region.querySelector('.nothing')!.textContent = nothing;
    for (const row of this.#list.querySelectorAll('[data-stale]')) row.remove();
  }

  /** Marks the calls made by this source line, the one just asked for in particular. */
  mark(line: number | null): void {
    for (const row of this.#list.children) {
      const isOf = line !== null && row.getAttribute('data-line') === String(line);
      row.toggleAttribute('data-marked', isOf);
    }
    this.#reveal(this.#list.querySelector('[data-marked]'));
  }

  #put(at: number, row: TapeRow, recorded?: TapeRow): void {
    const template = document.createElement('template');
    template.innerHTML = tapeRow(row, this.#context, recorded).markup.trim();
    const next = template.content.firstElementChild!;
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
    return !last || bottomOf(last) <= bottomOf(this.#region) + 4;
  }

  #follow(at: number): void {
    const below = bottomOf(this.#list.children[at]!) - bottomOf(this.#region);
    if (below > 0) this.#region.scrollTop += below;
  }

  /** Scrolls the region alone: `scrollIntoView` would move the page under the reader. */
  #reveal(row: Element | null): void {
    if (!row) return;
    const above = this.#region.getBoundingClientRect().top - row.getBoundingClientRect().top;
    const below = bottomOf(row) - bottomOf(this.#region);
    if (above > 0) this.#region.scrollTop -= above;
    else if (below > 0) this.#region.scrollTop += below;
  }
}

const bottomOf = (element: Element): number => element.getBoundingClientRect().bottom;

/** A row that is replaced when its call returns keeps what was unfolded, marked or focused. */
function keepReadersState(old: Element, next: Element): void {
  const unfolded = old.querySelectorAll('details');
  next.querySelectorAll('details').forEach((details, at) => {
    details.open = unfolded[at]?.open ?? false;
  });
  next.toggleAttribute('data-marked', old.hasAttribute('data-marked'));
  if (old.contains(document.activeElement)) {
    queueMicrotask(() => next.querySelector<HTMLElement>('a.line')?.focus());
  }
}
