import { cpuSeconds, isAlive } from '../linux/proc.ts';
import { signals } from '../uapi/signal-table.ts';
import { isPastCpuLimit } from './cpu-limit.ts';
import { callName } from './foreign-abi.ts';
import type { StopOf } from './stop.ts';
import type { EndingCause } from './trace-event.ts';
import type { TraceState } from './trace-state.ts';
import type { Tracee } from './tracee.ts';

type End = StopOf<'exiting' | 'gone'>;

const { SIGKILL, SIGSEGV, SIGXCPU, SIGXFSZ, SIGSYS } = signals;

/** Handles the end of a thread; with the last one of the program's own process, the run ends. */
export function handleEnd(stop: End, state: TraceState): void {
  state.unclaimed.delete(stop.pid);
  if (stop.pid === state.initPid) state.initPid = null;
  const tracee = state.tracees.get(stop.pid);
  if (tracee) endTracee(tracee, stop, state);
  if (stop.kind === 'gone') state.bury(stop.pid);
}

function endTracee(tracee: Tracee, stop: End, state: TraceState): void {
  // It was reaped without a stop before: its pid may be another's, whose memory is not ours to read.
  tracee.isReaped = stop.kind === 'gone';
  if (tracee.process === state.mainPid) noteForeignCall(stop, state);
  const last = state.forget(tracee);
  if (!last || state.ended) return;
  const cause = causeOf(stop, state);
  // A limit that ends a process ends the run: what the others do next is due to it.
  if (tracee.process !== state.mainPid) {
    if (cause?.kind === 'limit') state.tellLimit(cause.limit);
    return;
  }
  state.ended = true;
  state.listener.record({ kind: 'ended', ending: stop.ending, cause });
}

function causeOf(stop: End, state: TraceState): EndingCause | null {
  if (stop.ending.kind !== 'killed') return null;
  const { signal } = stop.ending;
  // Before its first instruction: execve(2) found no room for it, such as for a huge static array.
  if (signal === SIGSEGV && !state.started) return { kind: 'limit', limit: 'memory' };
  if (signal === SIGXFSZ && state.fileLimitStruck) return { kind: 'limit', limit: 'file-size' };
  if (signal === SIGXCPU && state.cpuLimitStruck) return { kind: 'limit', limit: 'cpu-time' };
  if (signal === SIGKILL && cpuSpent(stop, state)) return { kind: 'limit', limit: 'cpu-time' };
  // Killing pid 1 from outside kills everything; from inside it cannot be killed. pid_namespaces(7)
  if (signal === SIGKILL && !isAlive(state.supervisorPid)) return { kind: 'sandbox-killed' };
  const syscall = signal === SIGSYS ? state.foreignCall : null;
  return syscall === null ? null : { kind: 'foreign-abi', syscall };
}

/**
 * SIGSYS ends all threads, but only the one that made the call shows which; it need not end last.
 */
function noteForeignCall(stop: End, state: TraceState): void {
  if (stop.kind !== 'exiting' || stop.ending.kind !== 'killed') return;
  if (stop.ending.signal === SIGSYS) state.foreignCall ??= callName(stop);
}

/**
 * Beyond the hard limit, a program that catches or blocks SIGXCPU is killed silently; setrlimit(2).
 * The kernel judges by whole ticks, and on a busy machine /proc and wait4(2) report a third less
 * (kernel/sched/cputime.c, cputime_adjust). What tells its SIGKILL from the program's own is that
 * the soft limit was left behind, and that much of it was used.
 */
function cpuSpent(stop: End, state: TraceState): boolean {
  if (state.cpuLimitStruck) return true;
  const limit = state.rules.cpuSeconds;
  // Of a process that is gone, only the time is known.
  const isGone = stop.kind === 'gone';
  const used = isGone ? stop.cpuSeconds : cpuSeconds(stop.pid);
  return used >= limit / 2 && (isGone || isPastCpuLimit(stop.pid, limit));
}
