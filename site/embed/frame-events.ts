/** One call of a run, as the page around the frame hears of it. */
export interface FinishedCall {
  name: string;
  /** Of the source as it was run, counted from 1; null where it cannot be told. */
  line: number | null;
  /** What the program saw, such as `-1` or `0x7f…`; null if the call never returned. */
  returned: string | null;
  /** Such as `EINVAL`; null if the call succeeded. */
  errno: string | null;
}

/** What a page hears when a run has ended. */
export interface FinishedRun {
  /**
   * `exited`, `signalled`, `limit-exceeded`, `not-compiled` … of the contract; or why there was no
   * run: `rejected`, `faulted`, `unreachable`, `connection-lost`.
   */
  outcome: string;
  /** Exit status; null if the program did not exit. */
  status: number | null;
  calls: readonly FinishedCall[];
  /** What the program printed, both streams in the order in which they came. */
  output: string;
}

/** What happens in a frame, by the name of the event that the tag then fires; and its detail. */
export interface FrameEvents {
  run: { source: string };
  finished: FinishedRun;
  edited: { source: string };
  /** A run has met the goal that the tag names. */
  solved: { goal: string };
}

export type FrameEventName = keyof FrameEvents;

/** A message of an event: its detail stands beside its kind. */
export type FrameEventMessage = {
  [Name in FrameEventName]: { liveMan: 1; kind: Name } & FrameEvents[Name];
}[FrameEventName];
