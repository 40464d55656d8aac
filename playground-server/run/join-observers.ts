import type { EngineObserver } from './engine.ts';

type Listener = Pick<EngineObserver, 'stageDone' | 'runDone'>;

/** One that tells all of them. */
export function joinObservers(...listeners: readonly Listener[]): Listener {
  return {
    stageDone: (stage, elapsedMs) => listeners.forEach((one) => one.stageDone(stage, elapsedMs)),
    runDone: (outcome) => listeners.forEach((one) => one.runDone(outcome)),
  };
}
