import type { NativeRun } from './run-natively.ts';
import { threadsOf, type Tape } from './run-on-engine.ts';
import { callText, type ThreadCalls } from './thread-calls.ts';

/** What can be compared of a run, wherever it took place. */
export interface Comparable {
  threads: string[][];
  stdout: string;
  outcome: unknown;
}

const inWords = (threads: ThreadCalls) => threads.map((calls) => calls.map(callText));

/** The tape as strace would have written it. */
export const fromTape = ({ calls, stdout, outcome }: Tape): Comparable => ({
  threads: inWords(threadsOf(calls)),
  stdout,
  outcome,
});

export const fromStrace = ({ threads, stdout, outcome }: NativeRun): Comparable => ({
  threads: inWords(threads),
  stdout,
  outcome,
});
