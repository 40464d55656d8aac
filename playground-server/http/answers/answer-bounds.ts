/** How long a reader may take over an answer, and how much may wait for readers. */
export interface AnswerBounds {
  /** A reader who takes nothing for this long is gone, or is holding memory on purpose. */
  stallMs: number;
  /** For what is left of an answer once it is complete, however steadily it is taken. */
  restMs: number;
  /** Of all answers together that have not been taken yet. */
  untakenBytes: number;
}

export const standardAnswerBounds: AnswerBounds = {
  stallMs: 10_000,
  // The longest tape, 36 MiB, over 5 Mbit/s.
  restMs: 60_000,
  // Three of the longest tapes; a web instance has 512 MiB for everything.
  untakenBytes: 128 * 1024 * 1024,
};
