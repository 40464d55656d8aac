import { perGrowingTape } from './per-tape.ts';
import type { TapeRow } from './run-state.ts';

const threadsOf = perGrowingTape(
  () => new Set<number>(),
  (threads, rows, news) => {
    for (const at of news) threads.add(rows[at]!.thread);
  },
);

/** Whether a tape has calls from several threads, so that each row has to name its own. */
export const hasThreads = (rows: readonly TapeRow[]): boolean => threadsOf(rows).size > 1;
