import { contains } from '../line-ranges.ts';
import type { LineRange } from '../line-ranges.ts';

/** Points at the lines that the author speaks of. */
export function highlightLines(root: HTMLElement, wanted: readonly LineRange[]): void {
  for (const line of root.querySelectorAll<HTMLElement>('.source .line[data-line]'))
    line.toggleAttribute('data-highlighted', contains(wanted, Number(line.dataset['line'])));
}
