import type { AppContext } from '../server-parts.ts';

/** How long it is cached: its address never means another thing, but it may cease to mean anything. */
export const keptAnHour = 'public, max-age=3600';

/** The policy of what is no page: nothing in it may run or load, whatever a stranger wrote into it. */
export const inert = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Lets pages of any origin load it, even with `crossorigin` or under a COEP of their own. */
export function forPagesOfAnyOrigin(c: AppContext): void {
  c.header('access-control-allow-origin', '*');
  c.header('cross-origin-resource-policy', 'cross-origin');
}
