import { byPlaceIn } from './by-place-in.ts';
import type { Correction } from './correction-schema.ts';
import { pagePath } from './page-reference.ts';

const verdicts: Correction['verdict'][] = ['wrong', 'vague', 'missing'];

/** The pages in the order given; on each, what is wrong before what is missing. */
export function inOrder(
  corrections: readonly Correction[],
  pageOrder: readonly string[],
): Correction[] {
  const compare = byPlaceIn(pageOrder);
  return corrections.toSorted(
    (a, b) =>
      compare(pagePath(a.page), pagePath(b.page)) ||
      verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict),
  );
}

/** Where the corrections of a page begin: `io_setup` for io_setup(2). */
export const anchorOf = (page: string): string => page.replace(/\(.*/, '');
