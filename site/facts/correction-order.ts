import { aioCalls } from '../../playground-server/protocol/aio-call.ts';
import type { Correction } from './correction-schema.ts';

const calls = aioCalls.map((call) => `${call}(2)`);
const verdicts: Correction['verdict'][] = ['wrong', 'vague', 'missing'];

/** The pages in the order a program meets their calls; on each, what is wrong before what is missing. */
export const inOrder = (corrections: readonly Correction[]): Correction[] =>
  corrections.toSorted(
    (a, b) =>
      calls.indexOf(a.page) - calls.indexOf(b.page) ||
      verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict),
  );

/** Where the corrections of a page begin: `io_setup` for io_setup(2). */
export const anchorOf = (page: string): string => page.replace(/\(.*/, '');
