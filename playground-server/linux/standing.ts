import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { errnos } from '../uapi/errno-table.ts';
import { lastErrno, libc, LibcError } from './libc.ts';

const setpriority = libc.func('int setpriority(int which, unsigned int who, int value)');

/** Whom setpriority(2) means; linux/resource.h. */
const prioProcess = 0;
const prioGroup = 1;

/** The kernel's highest: whatever has it is killed before everything that has not; proc_pid_oom_score_adj(5). */
const killedFirst = '1000';

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;

/** By how much nice(2) puts what is behind the server last. */
export const lastByHowMuch = PRIORITY_LOW - PRIORITY_BELOW_NORMAL;

/**
 * Makes a process the first to be killed where memory runs out, and lets everything else have the
 * processor before it. Its threads and children to come inherit both, and no privilege takes less
 * than being its owner. The nice value counts among the processes of a control group or, outside of
 * any, of an autogroup: sched(7).
 */
export function putBehind(pid: number): void {
  writeFileSync(`/proc/${pid}/oom_score_adj`, killedFirst);
  setPriority(pid, PRIORITY_BELOW_NORMAL);
}

/**
 * Puts a process, and those of the process group that it leads, behind all that are behind the
 * server. Without a privilege there is no way back. Those that have ended need nothing.
 */
export function putLast(pid: number): void {
  for (const which of [prioProcess, prioGroup]) {
    const failed = (setpriority(which, pid, PRIORITY_LOW) as number) === -1;
    if (failed && lastErrno() !== errnos.ESRCH) throw new LibcError('setpriority');
  }
}
