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
 * True for a result that only the kernel's signal code sees (include/linux/errno.h). What comes
 * next, a handler or the same call again, decides whether the program sees EINTR; until then it is
 * open.
 */
export const isRestart = (result: bigint): boolean => restarts.has(result);

/** A handler is about to run, so the program sees EINTR; signal(7). */
export function interruptOpenResult(tracee: Tracee, state: TraceState): void {
  if (tracee.open) tellExit(tracee, tracee.open, true, state);
  tracee.open = null;
}

/** The next call, or the end, shows whether the open one is restarted: same place, same number. */
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
