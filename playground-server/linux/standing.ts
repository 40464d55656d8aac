import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/** The kernel's highest: whatever has it is killed before everything that has not; proc_pid_oom_score_adj(5). */
const killedFirst = '1000';

/**
 * Makes a process the first to be killed where memory runs out, and the last to get a processor
 * that others want. Its threads and children to come inherit both, and no privilege takes less than
 * being its owner. The nice value counts among the processes of a control group or, outside of any,
 * of an autogroup: sched(7).
 */
export function putLast(pid: number): void {
  writeFileSync(`/proc/${pid}/oom_score_adj`, killedFirst);
  setPriority(pid, constants.priority.PRIORITY_LOW);
}
