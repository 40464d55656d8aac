import { detach, listen, resume, seize, TraceeGone } from '../linux/ptrace.ts';
import { handleStop } from './handle-stop.ts';
import { nextStop, type Stop } from './stop.ts';
import type { TraceListener } from './trace-event.ts';
import { TraceState, type TraceRules } from './trace-state.ts';

/** What a stopped tracee is answered with. Every stop needs exactly one reply; ptrace(2). */
export type Reply =
  { kind: 'resume'; signal: number } | { kind: 'listen' } | { kind: 'detach' } | { kind: 'none' };

/** A run under the tracer, from the held sandbox to the last tracee. */
export interface Tracing {
  /** Blocks the thread until no tracee is left. */
  follow(): void;
}

/**
 * Seizes pid 1 of a held sandbox; the program that it forks is followed from its first instruction.
 * Must be called, like `follow`, on the thread that owns this run: ptrace knows threads, not processes.
 * @param pid of the sandbox's pid 1, as the server sees it
 */
export function startTracing(pid: number, rules: TraceRules, listener: TraceListener): Tracing {
  const state = new TraceState(pid, rules, listener);
  seize(pid);
  return {
    follow() {
      for (let stop = nextStopUnlessGone(); stop !== null; stop = nextStopUnlessGone()) {
        if (stop !== 'gone') answer(stop, state);
      }
    },
  };
}

/** A tracee may be killed while its stop is being read; its end is reported by the next wait. */
function nextStopUnlessGone(): Stop | 'gone' | null {
  return unlessGone(nextStop) ?? null;
}

function answer(stop: Stop, state: TraceState): void {
  unlessGone(() => reply(stop.pid, handleStop(stop, state), state));
}

function unlessGone<T>(action: () => T): T | 'gone' {
  try {
    return action();
  } catch (error) {
    if (error instanceof TraceeGone) return 'gone';
    throw error;
  }
}

function reply(pid: number, how: Reply, state: TraceState): void {
  switch (how.kind) {
    case 'resume':
      return resume(pid, state.resumption(pid), how.signal);
    case 'listen':
      return listen(pid);
    case 'detach':
      return detach(pid);
    case 'none':
      return;
  }
}
