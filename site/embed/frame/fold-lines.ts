import { hiddenRanges } from '../line-ranges.ts';
import type { LineRange } from '../line-ranges.ts';

/**
 * Shows only some lines of the static source; the whole program still runs. Each gap is a button
 * that reveals it. Returns the number of lines if none would be left, in which case all are shown.
 */
export function foldLines(
  root: HTMLElement,
  wanted: { lines: readonly LineRange[] | null; hide: readonly LineRange[] },
  sayGap: (count: number) => string,
): { emptyOf: number } | null {
  const lines = [...root.querySelectorAll<HTMLElement>('.source .line[data-line]')];
  for (const fold of root.querySelectorAll('.fold')) fold.remove();
  for (const line of lines) line.removeAttribute('data-folded');
  const gaps = hiddenRanges(lines.length, wanted.lines, wanted.hide);
  if (lines.length > 0 && gaps[0]?.first === 1 && gaps[0].last === lines.length)
    return { emptyOf: lines.length };
  for (const { first, last } of gaps) {
    const hidden = lines.slice(first - 1, last);
    const fold = document.createElement('button');
    fold.type = 'button';
    fold.className = 'fold';
    fold.textContent = `⋯ ${sayGap(hidden.length)}`;
    fold.addEventListener('click', () => {
      for (const line of hidden) line.removeAttribute('data-folded');
      fold.remove();
    });
    for (const line of hidden) line.setAttribute('data-folded', '');
    hidden[0]?.before(fold);
  }
  return null;
}
