import type { SyscallInfo } from '../linux/ptrace.ts';
import { endAsRuled } from './answers/end-as-ruled.ts';
import { cancelRepeat } from './repeat-call.ts';
import { tellExit } from './tell-call.ts';
import type { TraceState } from './trace-state.ts';
import type { PendingCall, Tracee } from './tracee.ts';

/** A handler is about to run, so the program sees the result of its call. */
export function closeOpenCall(tracee: Tracee, state: TraceState): void {
  const { open } = tracee;
  if (!open) return;
  tracee.open = null;
  if (open.by === 'tracer') cancelRepeat(tracee.pid, open);
  endAsRuled(tracee, open, state);
  tellExit(tracee, open, state);
}

/**
 * The open call if the next one is that very call, made again: same place, same number, or that of
 * restart_syscall(2). The program knows of one call only, and so does the tape.
 */
export function repeatedCall(
  tracee: Tracee,
  state: TraceState,
  next: SyscallInfo,
): PendingCall | null {
  const { open } = tracee;
  if (!open) return null;
  tracee.open = null;
  const { call } = open;
  const isSamePlace = next.instructionPointer === call.instructionPointer;
  const isSameCall = next.nr === call.nr || state.rules.nameOf(next.nr) === 'restart_syscall';
  if (isSameCall && isSamePlace) return { ...call, isRepeated: true };
  tellExit(tracee, open, state);
  return null;
}
