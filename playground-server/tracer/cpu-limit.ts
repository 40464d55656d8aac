import { parseLimit, readProc } from '../linux/proc.ts';

/**
 * Whether a process has met the run's limit of CPU time, in seconds, rather than a lower one of its
 * own: with each SIGXCPU the kernel raises the soft limit by a second (posix-cpu-timers.c).
 */
export const isPastCpuLimit = (pid: number, cpuSeconds: number): boolean =>
  isPastLimit(readProc(pid, 'limits'), cpuSeconds);

/** @param limits text of /proc/pid/limits */
export const isPastLimit = (limits: string, cpuSeconds: number): boolean =>
  (parseLimit(limits, 'Max cpu time') ?? 0) > cpuSeconds;
