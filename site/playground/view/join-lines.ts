import type { Parts } from './parts.ts';
import type { SourceSlot } from './source-slot.ts';
import type { TapeView } from './tape/tape-view.ts';
import { walkCalls } from './tape/walk-calls.ts';

/**
 * Joins calls and lines: choosing a call marks its line, and the other way round. Without
 * JavaScript the same links lead there; with it, nothing scrolls but the two panes.
 */
export function joinLines(parts: Parts, source: SourceSlot, tape: TapeView): void {
  const choose = ({ dataset }: HTMLElement) => {
    const line = Number(dataset['line']) || null;
    source.markLineOfRun(line);
    tape.mark(line, Number(dataset['call']));
  };
  parts.tape.addEventListener('click', (event) => {
    const target = event.target as Element;
    const origin = target.closest<HTMLElement>('[data-to-call]')?.dataset['toCall'];
    const made = origin && tape.rowOf(Number(origin));
    if (made) {
      event.preventDefault();
      made.focus({ preventScroll: true });
      choose(made);
      return made.scrollIntoView({ block: 'nearest' });
    }
    if (target.closest('a:not(.line), summary, [data-tell]')) return;
    if (target.closest('a.line')) event.preventDefault();
    const row = target.closest<HTMLElement>('li[data-call]');
    if (row) choose(row);
  });
  walkCalls(parts.tape, choose);
  const leadToLine = (place: HTMLElement, mark: (line: number) => void) =>
    place.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLElement>('[data-to-line]');
      if (!link) return;
      event.preventDefault();
      mark(Number(link.dataset['toLine']));
    });
  // Diagnostics are about the present source; the report is about the source that ran.
  leadToLine(parts.diagnostics, (line) => source.markLine(line));
  leadToLine(parts.tape, (line) => source.markLineOfRun(line));
  leadToLine(parts.report, (line) => source.markLineOfRun(line));
  for (const pane of [parts.static, parts.editor])
    pane.addEventListener('click', (event) => {
      const target = event.target as Element;
      if (!target.closest('.line-result') || target.closest('b a, .times, [popover]')) return;
      event.preventDefault();
      const line = Number(target.closest<HTMLElement>('[data-line]')?.dataset['line']);
      source.markLine(line);
      const { call } = target.closest<HTMLElement>('.line-result')!.dataset;
      tape.mark(source.lineOfRun(line), call ? Number(call) : null);
    });
}
