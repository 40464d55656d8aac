import { catchesSignal, processLimit } from '../linux/proc.ts';
import { signalCodes, signals } from '../uapi/signal-table.ts';
import { interruptOpenResult } from './handle-call.ts';
import type { Stop } from './stop.ts';
import type { Reply } from './trace.ts';
import type { TraceState } from './trace-state.ts';

/** Signals that need a word of their own; signal(7). */
const { SIGCHLD, SIGCONT, SIGURG, SIGXCPU, SIGXFSZ, SIGWINCH } = signals;
const ignoredByDefault: ReadonlySet<number> = new Set([SIGCHLD, SIGCONT, SIGURG, SIGWINCH]);

/** A signal is about to be delivered: it is told, and passed on. */
export function handleSignal(stop: Extract<Stop, { kind: 'signal' }>, state: TraceState): Reply {
  const tracee = state.tracees.get(stop.pid);
  const pass: Reply = { kind: 'resume', signal: stop.signal };
  if (!tracee) return pass;
  noteLimits(stop, state);
  const caught =
    (tracee.open !== null || ignoredByDefault.has(stop.signal)) &&
    catchesSignal(stop.pid, stop.signal);
  if (caught || !ignoredByDefault.has(stop.signal)) tellSignal(stop, state);
  if (caught) interruptOpenResult(tracee, state);
  return pass;
}

function tellSignal(stop: Extract<Stop, { kind: 'signal' }>, state: TraceState): void {
  if (!state.started || state.nextRow() === null) return;
  state.listener({
    kind: 'signal',
    signal: stop.signal,
    frame: { instructionPointer: stop.registers.rip, stackPointer: stop.registers.rsp },
    read: state.memoryOf(stop.pid),
  });
}

/**
 * Limits that arrive as signals: remembered, in case the program dies of them. A program may set
 * smaller ones itself to see SIGXCPU or SIGXFSZ; those are no limits of ours.
 */
function noteLimits(
  { pid, signal, code }: Extract<Stop, { kind: 'signal' }>,
  state: TraceState,
): void {
  const { cpuSeconds, fileBytes } = state.rules;
  if (signal === SIGXCPU && code === signalCodes.SI_KERNEL) {
    // With each SIGXCPU the kernel raises the soft limit by a second (posix-cpu-timers.c).
    state.cpuLimitStruck = (processLimit(pid, 'Max cpu time') ?? 0) > cpuSeconds;
    // Whether it is caught or ignored: the CPU time is used up.
    if (state.cpuLimitStruck) state.tellLimit('cpu-time');
  }
  if (signal === SIGXFSZ) {
    state.fileLimitStruck = processLimit(pid, 'Max file size') === fileBytes;
  }
}
