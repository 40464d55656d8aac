import type { SyscallInfo } from '../linux/ptrace.ts';
import { errnos } from '../uapi/errno-table.ts';
import { tellExit } from './tell-call.ts';
import type { TraceState } from './trace-state.ts';
import type { Tracee } from './tracee.ts';

const restarts: ReadonlySet<bigint> = new Set(
  [
    errnos.ERESTARTSYS,
    errnos.ERESTARTNOINTR,
    errnos.ERESTARTNOHAND,
    errnos.ERESTART_RESTARTBLOCK,
  ].map((errno) => BigInt(-errno)),
);

/**
 * A result that only the kernel's signal code sees (include/linux/errno.h). Whether the program sees
 * EINTR is decided by what comes next: a handler, or the call again. Until then it is open.
 */
export const isRestart = (result: bigint): boolean => restarts.has(result);

/** A handler is about to run: the program sees EINTR; signal(7). */
export function interruptOpenResult(tracee: Tracee, state: TraceState): void {
  if (tracee.open) tellExit(tracee, tracee.open, true, state);
  tracee.open = null;
}

/** The next call, or the end, shows whether the open one was restarted: same place, same number. */
export function closeOpenResult(tracee: Tracee, state: TraceState, next: SyscallInfo | null): void {
  const { open } = tracee;
  if (!open) return;
  const restarted =
    next !== null &&
    next.nr === open.call.nr &&
    next.instructionPointer === open.call.instructionPointer;
  tellExit(tracee, open, !restarted && next !== null, state);
  tracee.open = null;
}
