import { signals } from '../uapi/signal-table.ts';

/** The status by which sh(1) reports that a signal has ended a command. */
export const statusAfter = (signal: keyof typeof signals): number => 128 + signals[signal];
