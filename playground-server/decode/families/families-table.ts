import { aioFamily } from './aio/aio-table.ts';
import type { Family } from './family.ts';

/** Every call that is shown is a row of one of these. */
export const families: readonly Family[] = [aioFamily];
