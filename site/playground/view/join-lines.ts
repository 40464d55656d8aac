import type { Parts } from './parts.ts';
import type { SourcePane } from './source/source-pane.ts';
import type { TapeView } from './tape/tape-view.ts';

/**
 * Joins calls and lines: choosing a call marks its line, and the other way round. Without
 * JavaScript the same links lead there; with it, nothing scrolls but the two panes.
 */
export function joinLines(parts: Parts, source: SourcePane, tape: TapeView): void {
  const choose = (line: number) => {
    source.markLine(line);
    tape.mark(line);
  };
  parts.tape.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (target.closest('a:not(.line), summary')) return;
    const line = target.closest<HTMLElement>('li[data-line]')?.dataset['line'];
    if (target.closest('a.line')) event.preventDefault();
    if (line) choose(Number(line));
  });
  parts.diagnostics.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('[data-to-line]');
    if (!link) return;
    event.preventDefault();
    source.markLine(Number(link.dataset['toLine']));
  });
  parts.static.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (!target.closest('.line-result') || target.closest('b a')) return;
    event.preventDefault();
    choose(Number(target.closest<HTMLElement>('.line')?.dataset['line']));
  });
}
