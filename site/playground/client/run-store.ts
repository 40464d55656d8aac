import type { RunRequest } from '../../../playground-server/protocol/index.ts';
import { applyEvent } from './apply-event.ts';
import { endRun } from './end-run.ts';
import { requestRun } from './request-run.ts';
import { hasEnded, idleRun, isUnderWay } from './run-state.ts';
import type { RunState } from './run-state.ts';

export interface RunStore {
  readonly state: RunState;
  /** The lines that the server has sent for the newest run, unchanged. */
  readonly received: readonly string[];
  /** Calls `listener` with every new state; the returned function ends the subscription. */
  subscribe(listener: (state: RunState) => void): () => void;
  /** Starts a run; one in progress is abandoned, and nothing more of it arrives. */
  run(request: RunRequest): Promise<void>;
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
      show({ ...idleRun, phase: { kind: 'requested' } });
      const ask = () => requestRun(fetchFrom, request, own.signal, (line) => void lines.push(line));
      for await (const next of statesOf(ask, state)) {
        if (current !== own || own.signal.aborted) return;
        if (next !== state) show(next);
      }
    },
    cancel() {
      if (!isUnderWay(state)) return;
      current.abort();
      show(endRun(state, { kind: 'finished', outcome: { kind: 'cancelled' } }));
    },
  };
}

/** The states of one run, from `first` to its end; a broken connection is an end as well. */
async function* statesOf(
  ask: () => ReturnType<typeof requestRun>,
  first: RunState,
): AsyncGenerator<RunState> {
  let state = first;
  try {
    const response = await ask();
    if (response.kind === 'problem') {
      const { problem, retryAfterSeconds } = response;
      yield endRun(state, { kind: 'rejected', problem, retryAfterSeconds });
      return;
    }
    // To its very end: a stream that is left counts as aborted, in the browser and at the server.
    for await (const event of response.events) yield (state = applyEvent(state, event));
  } catch {
    // How the network failed cannot be told here; what the reader is told depends on whether
    // anything had arrived.
  }
  if (!hasEnded(state)) {
    const kind = state.phase.kind === 'requested' ? 'unreachable' : 'connection-lost';
    yield endRun(state, { kind });
  }
}
