import { byPlaceIn } from './by-place-in.ts';
import type { Correction } from './correction-schema.ts';
import { pagePath } from './page-reference.ts';

const verdicts: Correction['verdict'][] = ['wrong', 'vague', 'missing'];

/** The pages in the given order; on each, errors before omissions. */
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

/** Anchor at which the corrections to a page begin: `io_setup` for io_setup(2). */
export const anchorOf = (page: string): string => page.replace(/\(.*/, '');
