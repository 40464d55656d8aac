import { aioFamily } from './aio/aio-table.ts';
import type { Family } from './family.ts';

/** Every call that is shown has a row in one of these. */
export const families: readonly Family[] = [aioFamily];
