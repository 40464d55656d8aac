import { allowedCallsTable } from './allowed-calls-table.ts';
import type { PolicyRow } from './policy.ts';
import { refusedCallsTable } from './refused-calls-table.ts';
import { tracedCallsTable } from './traced-calls-table.ts';

/** The whole policy for a snippet's program. The order of the rows does not matter. */
export const policyTable: readonly PolicyRow[] = [
  ...tracedCallsTable,
  ...allowedCallsTable,
  ...refusedCallsTable,
];
