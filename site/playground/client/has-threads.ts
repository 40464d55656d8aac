import { perTape } from './per-tape.ts';
import type { TapeRow } from './run-state.ts';

const threadsOf = perTape((rows) => new Set(rows.map(({ thread }) => thread)));

/** Whether calls of several threads stand on a tape, so that each row names its own. */
export const hasThreads = (rows: readonly TapeRow[]): boolean => threadsOf(rows).size > 1;
