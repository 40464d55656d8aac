import { allowedCallsTable } from './allowed-calls-table.ts';
import type { PolicyRow } from './policy.ts';
import { refusedCallsTable } from './refused-calls-table.ts';
import { showCalls, type ShownCalls } from './show-calls.ts';
import { watchedCallsTable } from './watched-calls-table.ts';

/** The whole policy for a snippet's program. The order of the rows does not matter. */
export const programPolicy = (shown: readonly ShownCalls[]): readonly PolicyRow[] => [
  ...showCalls(shown, allowedCallsTable),
  ...watchedCallsTable,
  ...refusedCallsTable,
];
