import type { FairQueueBounds } from './fair-queue.ts';

/**
 * How many checks may run and wait. A reader's page sends one at a time, so a few per client are
 * plenty. A compiler takes about 50 ms, and half as many of them as there are slots leave the
 * machine to the runs.
 */
export const checkBounds = (slots: number): FairQueueBounds => ({
  slots: Math.max(1, Math.floor(slots / 2)),
  waiting: 8 * slots,
  perClient: 8,
});
