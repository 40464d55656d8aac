import { allowedCallsTable } from './allowed-calls-table.ts';
import type { PolicyRow } from './policy.ts';
import { refusedCallsTable } from './refused-calls-table.ts';
import { showCalls, type ShownCalls } from './show-calls.ts';
import { watchedCallsTable } from './watched-calls-table.ts';

/**
 * The whole policy for a snippet's program. The order of the rows does not matter.
 * @param hasGroups whether a control group bounds the memory of a run
 */
export const programPolicy = (
  shown: readonly ShownCalls[],
  hasGroups: boolean,
): readonly PolicyRow[] => [
  ...showCalls(shown, [...allowedCallsTable, ...watchedCallsTable]).map((row) =>
    hasGroups ? row : withoutGroup(row),
  ),
  ...refusedCallsTable,
];

const withoutGroup = (row: PolicyRow): PolicyRow =>
  row.needsControlGroup ? { ...row, action: 'unbounded' } : row;
