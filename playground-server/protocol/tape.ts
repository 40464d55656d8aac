/**
 * Which calls of a run are told: those of native AIO; also those on descriptors and files; every one
 * that a line of the snippet made; none.
 */
export const tapes = ['aio', 'files', 'all', 'none'] as const;
export type Tape = (typeof tapes)[number];

/** What is told unless a request says otherwise. */
export const usualTape: Tape = 'aio';
