import { detach, listen, resume, seize } from '../linux/ptrace.ts';
import type { Attachment } from './attachment.ts';
import { askAgain, enterNow } from './handle-call.ts';
import { handleStop } from './handle-stop.ts';
import { seizeRunning } from './seize-running.ts';
import { nextStop, type Reply, type Stop } from './stop.ts';
import type { TraceListener } from './trace-event.ts';
import type { TraceRules } from './trace-rules.ts';
import { TraceState } from './trace-state.ts';
import { unlessGone } from './unless-gone.ts';

/** A run under the tracer, from the held sandbox to the last tracee. */
export interface Tracing {
  /** Blocks the thread until no tracee is left. */
  follow(): void;
}

/**
 * Seizes a run. Like `follow`, it must be called on the thread that owns the run, because a tracee
 * belongs to a thread, not to a process; ptrace(2).
 */
export function startTracing(
  attachment: Attachment,
  rules: TraceRules,
  listener: TraceListener,
): Tracing {
  const state = new TraceState(attachment, rules, listener);
  if (attachment.runningPid === null) seize(attachment.supervisorPid);
  else seizeRunning(attachment.runningPid, state);
  return {
    follow() {
      // A tracee may be killed while its stop is being read; the next wait then reports its end.
      const next = () => unlessGone(() => nextStop(() => listener.rest()));
      listener.catchUp();
      for (let stop = next(); stop !== null; stop = next()) {
        if (stop !== 'gone') answer(stop, state);
        askAgain(state);
        listener.catchUp();
      }
      state.hooks.close();
    },
  };
}

function answer(stop: Stop, state: TraceState): void {
  unlessGone(() => {
    const how = handleStop(stop, state);
    const tracee = stop.kind === 'call' && state.tracees.get(stop.pid);
    if (tracee) enterNow(tracee);
    reply(stop.pid, how, state);
  });
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
