import type { ErrnoTable } from '../errno-table.ts';
import type { KnownNames } from './parse-goal.ts';

/** The names that goals may use, of those that the manual's pages have. */
export const namesIn = (table: ErrnoTable): KnownNames => ({
  calls: Object.keys(table).filter((call) => call !== 'io_event'),
  errnos: [...new Set(Object.values(table).flatMap((row) => Object.keys(row ?? {})))],
});
