import type { RunEvent, RunRequest } from '../../../playground-server/protocol/index.ts';
import { applyEvents } from './apply-event.ts';
import { endRun } from './end-run.ts';
import { requestRun } from '../../../playground-server/protocol/client/request-run.ts';
import { hasEnded, idleRun, isUnderWay, requestedRun } from './run-state.ts';
import type { RunState } from './run-state.ts';
import { statesOf } from './run-states.ts';

export interface RunStore {
  readonly state: RunState;
  /** The lines that the server has sent for the newest run, unchanged. */
  readonly received: readonly string[];
  /** Calls `listener` with every new state; the returned function ends the subscription. */
  subscribe(listener: (state: RunState) => void): () => void;
  /** Starts a run; one in progress is abandoned, and nothing more of it arrives. */
  run(request: RunRequest): Promise<void>;
  /** Shows a run of earlier again, from the lines that were received. */
  resume(lines: readonly string[]): void;
  /** Cancels the current run, but keeps what was seen of it. */
  cancel(): void;
}

/** Holds the newest run of one playground. Uses no DOM; `fetchFrom` is the browser's fetch. */
export function createRunStore(fetchFrom: typeof fetch): RunStore {
  let state = idleRun;
  let current = new AbortController();
  let received: string[] = [];
  const listeners = new Set<(state: RunState) => void>();

  const show = (next: RunState) => {
    state = next;
    for (const listener of listeners) listener(state);
  };

  return {
    get state() {
      return state;
    },
    get received() {
      return received;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async run(request) {
      current.abort();
      const own = (current = new AbortController());
      const lines: string[] = (received = []);
      show(requestedRun);
      const ask = () => requestRun(fetchFrom, request, own.signal, (line) => void lines.push(line));
      for await (const next of statesOf(ask, state)) {
        if (current !== own || own.signal.aborted) return;
        if (next !== state) show(next);
      }
    },
    resume(lines) {
      received = [...lines];
      const events = lines.map((line) => JSON.parse(line) as RunEvent);
      const seen = applyEvents(requestedRun, events);
      // Of those that did not end by themselves only the cancelled are kept.
      show(hasEnded(seen) ? seen : endRun(seen, cancelled));
    },
    cancel() {
      if (!isUnderWay(state)) return;
      current.abort();
      show(endRun(state, cancelled));
    },
  };
}

const cancelled = { kind: 'finished', outcome: { kind: 'cancelled' } } as const;
