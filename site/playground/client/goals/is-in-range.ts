import type { Range } from '../../../facts/goals/goal-pattern-schema.ts';

/** Whether a number is the one wanted, or between its bounds; anything is where none are given. */
export function isInRange(value: number, range: Range | undefined): boolean {
  if (range === undefined) return true;
  if (typeof range === 'number') return value === range;
  return value >= (range.atLeast ?? -Infinity) && value <= (range.atMost ?? Infinity);
}
