import { errnos } from '../uapi/errno-table.ts';

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
 * next, a handler or the same call again, decides whether the program sees EINTR.
 */
export const isRestart = (result: bigint): boolean => restarts.has(result);

/** What the program gets of a call that a handler interrupted; signal(7). */
export const interrupted = BigInt(-errnos.EINTR);
