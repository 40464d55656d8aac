import { readdirSync } from 'node:fs';
import { seize } from '../linux/ptrace.ts';
import type { TraceState } from './trace-state.ts';

/**
 * Seizes every thread of a process that is already running. Threads started by a seized one are
 * followed automatically (PTRACE_O_TRACECLONE); those started while others were being seized are
 * found by looking again, until nothing new is found. Seizing does not stop a thread: ptrace(2).
 */
export function seizeRunning(pid: number, state: TraceState): void {
  for (let fresh = newThreads(pid, state); fresh.length > 0; fresh = newThreads(pid, state)) {
    for (const thread of fresh) {
      seize(thread);
      const leader = state.tracees.get(pid) ?? null;
      state.adopt(thread, leader, { memory: true, process: true });
    }
  }
  state.started = true;
  state.listener.record({ kind: 'started' });
}

/** The leader comes first, so that its number on the tape is 1. */
const newThreads = (pid: number, state: TraceState): number[] =>
  readdirSync(`/proc/${pid}/task`)
    .map(Number)
    .filter((thread) => !state.tracees.has(thread))
    .sort((a, b) => Number(b === pid) - Number(a === pid) || a - b);
