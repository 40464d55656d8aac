import type { TraceEvent, TraceListener } from '../../tracer/trace-event.ts';
import type { ReadingLock } from './reading-lock.ts';

/** Output written before such an event precedes it on the tape. */
const outputFirst: ReadonlySet<TraceEvent['kind']> = new Set(['entry', 'signal', 'ended']);

/** How long the main thread goes without what has happened, in ns: too short for people to notice. */
export const longestNs = 2_000_000;

/** After so long without news, in ns, somebody waits for the next. */
export const pauseNs = 5n * BigInt(longestNs);

/** What is done about what the tracer tells. */
export interface Telling {
  /** Passes on what the program has written so far. */
  readOutput: () => void;
  /** @param happenedNs the monotonic clock when the event was recorded */
  tell: (event: TraceEvent, happenedNs: bigint) => void;
  /** Sends what was told to the main thread. */
  send: () => void;
  /** Has the listener rest again in time, although nothing happens. */
  reminder: { start: () => void; stop: () => void };
}

/**
 * Has the end of a call told only when the program runs again, which need not wait while results
 * are decoded. Everything else is told at once: what is done after a call has begun would count as
 * time of the call. What was told is sent when the tracer has nothing else to do, but not within
 * `longestNs` of the message before, since a message costs both threads more than what is in it. Only
 * the first call after a pause is sent as soon as it begins. Until all is sent, the main thread must not
 * read the output, part of which may be younger.
 *
 * @param nowNs a clock that never goes back
 */
export function tellLater(
  output: ReadingLock,
  { readOutput, tell, send, reminder }: Telling,
  nowNs: () => bigint = () => process.hrtime.bigint(),
): TraceListener {
  const recorded: { event: TraceEvent; happenedNs: bigint }[] = [];
  /** when the first event was recorded that has not been sent; null if all have */
  let sinceNs: bigint | null = null;
  let sentNs: bigint | null = null;
  /** when a call was last sent as it began */
  let firstNs: bigint | null = null;
  const isWithin = (ns: bigint | null, long: number | bigint) => ns !== null && nowNs() - ns < long;
  const isRecent = (ns: bigint | null) => isWithin(ns, longestNs);
  const sendNews = (): void => {
    sinceNs = null;
    reminder.stop();
    try {
      send();
    } finally {
      output.release();
    }
  };
  const sendAll = (): void => {
    sentNs = nowNs();
    sendNews();
  };
  const rest = (): void => {
    if (sinceNs === null) return;
    if (isRecent(sentNs)) reminder.start();
    else sendAll();
  };
  const catchUp = (): void => {
    try {
      for (const { event, happenedNs } of recorded.splice(0)) tell(event, happenedNs);
    } catch (error) {
      if (sinceNs !== null) sendAll();
      throw error;
    }
    // Also where nothing more is told: a program can keep the tracer busy with what it does not show.
    if (sinceNs !== null && !isRecent(sinceNs)) sendAll();
  };
  return {
    record(event) {
      // Nothing has happened yet that output could be older than, and no row comes of it.
      if (event.kind === 'started') return tell(event, nowNs());
      if (sinceNs === null) {
        output.take();
        sinceNs = nowNs();
      }
      if (outputFirst.has(event.kind)) readOutput();
      recorded.push({ event, happenedNs: nowNs() });
      if (event.kind !== 'exit') catchUp();
      if (event.kind !== 'entry' || isWithin(sentNs, pauseNs) || isWithin(firstNs, pauseNs)) return;
      // `sentNs` stays: the end of the call is sent at once, too.
      firstNs = nowNs();
      sendNews();
    },
    catchUp,
    rest,
  };
}
