import { readdirSync } from 'node:fs';
import { seize } from '../linux/ptrace.ts';
import type { TraceState } from './trace-state.ts';

/**
 * Seizes each thread of a process that runs already. A thread that a seized one starts is followed
 * by itself (PTRACE_O_TRACECLONE); one that was started while others were being seized is found by
 * looking again, until a look finds nothing new. Seizing stops nobody: ptrace(2).
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
  state.listener({ kind: 'started' });
}

/** The leader comes first: its number on the tape is 1. */
const newThreads = (pid: number, state: TraceState): number[] =>
  readdirSync(`/proc/${pid}/task`)
    .map(Number)
    .filter((thread) => !state.tracees.has(thread))
    .sort((a, b) => Number(b === pid) - Number(a === pid) || a - b);
