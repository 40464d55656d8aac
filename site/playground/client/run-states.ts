import { applyEvents } from './apply-event.ts';
import { endRun } from './end-run.ts';
import type { RunResponse } from '../../../playground-server/protocol/client/request-run.ts';
import { hasEnded } from './run-state.ts';
import type { RunState } from './run-state.ts';

/** How long events are read before others have their turn: less than a frame. */
const mostBusyMs = 8;

/** The states of one run, from `first` to its end; a broken connection is an end as well. */
export async function* statesOf(
  ask: () => Promise<RunResponse>,
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
    let begunMs = performance.now();
    for await (const events of response.events) {
      yield (state = applyEvents(state, events));
      // What has arrived is read without a pause, which a page would need to draw and to answer.
      if (performance.now() - begunMs < mostBusyMs) continue;
      await new Promise((done) => setTimeout(done));
      begunMs = performance.now();
    }
  } catch {
    // How the network failed cannot be told here; what the reader is told depends on whether
    // anything had arrived.
  }
  if (!hasEnded(state)) {
    const kind = state.phase.kind === 'requested' ? 'unreachable' : 'connection-lost';
    yield endRun(state, { kind });
  }
}
