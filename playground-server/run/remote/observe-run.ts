import type { EngineObserver } from '../engine.ts';
import type { Admission } from '../queue/fair-queue.ts';
import type { TimedEvent } from '../tracing/trace-messages.ts';

/** Passes the events of a run on, tells what they took, and gives the slot back with the last. */
export async function* observeRun(
  events: AsyncIterable<TimedEvent>,
  admission: Admission,
  observer: EngineObserver,
): AsyncGenerator<TimedEvent> {
  const startMs = performance.now();
  const since = () => performance.now() - startMs;
  let isCompiled = false;
  try {
    for await (const each of events) {
      const { event } = each;
      if (isCompiled) observer.stageDone('first-event', since());
      isCompiled = event.kind === 'compiled';
      if (isCompiled) observer.stageDone('compile', since());
      if (event.kind === 'finished') observer.runDone(event.outcome.kind);
      if (event.kind === 'faulted') observer.runDone('faulted');
      yield each;
    }
  } finally {
    admission.leave();
    observer.stageDone('total', since());
  }
}
