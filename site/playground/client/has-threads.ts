import { perTape } from './per-tape.ts';
import type { TapeRow } from './run-state.ts';

const threadsOf = perTape((rows) => new Set(rows.map(({ thread }) => thread)));

/** Whether a tape has calls from several threads, so that each row has to name its own. */
export const hasThreads = (rows: readonly TapeRow[]): boolean => threadsOf(rows).size > 1;
