import { signalCodes, signals } from '../uapi/signal-table.ts';
import { catchesSignal, processLimit } from '../linux/proc.ts';
import { isPastCpuLimit } from './cpu-limit.ts';
import { closeOpenCall } from './open-call.ts';
import type { Reply, StopOf } from './stop.ts';
import { capture, placeOf } from './tell-call.ts';
import type { TraceState } from './trace-state.ts';
import type { Tracee } from './tracee.ts';
import { ignoredByDefault } from './woken-in-vain.ts';

type SignalStop = StopOf<'signal'>;

const { SIGXCPU, SIGXFSZ } = signals;

/** Reports and passes on a signal that is about to be delivered. */
export function handleSignal(stop: SignalStop, state: TraceState): Reply {
  const tracee = state.tracees.get(stop.pid);
  const pass: Reply = { kind: 'resume', signal: stop.signal };
  if (!tracee) return pass;
  noteLimits(stop, state);
  const caught =
    (tracee.open !== null || ignoredByDefault.has(stop.signal)) &&
    catchesSignal(stop.pid, stop.signal);
  if (caught || !ignoredByDefault.has(stop.signal)) tellSignal(stop, tracee, state);
  if (caught) closeOpenCall(tracee, state);
  return pass;
}

function tellSignal({ signal, registers }: SignalStop, tracee: Tracee, state: TraceState): void {
  if (!state.started) return;
  const { rip, rsp: stackPointer } = registers;
  state.listener.record({
    kind: 'signal',
    signal,
    ...placeOf(tracee, rip),
    captured: capture(tracee, state.rules.signalCapture, { args: [], result: null, stackPointer }),
  });
}

/**
 * Notes limits that arrive as signals, in case the program dies of them. A program may set lower
 * ones itself to see SIGXCPU or SIGXFSZ; those are not our limits.
 */
function noteLimits({ pid, signal, code }: SignalStop, state: TraceState): void {
  const { cpuSeconds, fileBytes } = state.rules;
  if (signal === SIGXCPU && code === signalCodes.SI_KERNEL) {
    state.cpuLimitStruck = isPastCpuLimit(pid, cpuSeconds);
    // Whether or not the signal is caught or ignored, the CPU time is used up.
    if (state.cpuLimitStruck) state.tellLimit('cpu-time');
  }
  if (signal === SIGXFSZ) {
    state.fileLimitStruck = processLimit(pid, 'Max file size') === fileBytes;
  }
}
