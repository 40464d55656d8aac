import type { Lens } from './lens-table.ts';
import type { Example } from './read-example.ts';

/** Id of a playground on its page: the first variant has the example's own name. */
export const variantId = (example: string, { variants }: Example, lens: Lens): string =>
  lens === variants[0].lens ? example : `${example}-${lens}`;
