import { closeSync, openSync, readlinkSync, readSync, statSync, type Stats } from 'node:fs';

/** Reads what there is of an open file of a process; empty when the process is gone. */
function fromProc<T>(pid: number, file: string, read: (fd: number) => T): T | '' {
  let fd: number;
  try {
    fd = openSync(`/proc/${pid}/${file}`, 'r');
  } catch {
    return '';
  }
  try {
    return read(fd);
  } catch {
    return '';
  } finally {
    closeSync(fd);
  }
}

/** More than any file has that is read as a whole. */
const page = Buffer.allocUnsafe(16 * 1024);

/**
 * Reads a file of a process that is as long as the kernel has it, such as `status`; empty when the
 * process is gone. proc(5). This is done at stops: readFileSync takes twice as long.
 */
export const readProc = (pid: number, file: string): string =>
  fromProc(pid, file, (fd) => page.toString('latin1', 0, readSync(fd, page)));

/** Longest name of an open file that is told, in characters. */
const mostOfName = 256;

/** What a descriptor of a process is open on, such as `/work/data` or `pipe:[7]`; null if it is not. */
export function fileOf(pid: number, descriptor: bigint): string | null {
  try {
    return readlinkSync(`/proc/${pid}/fd/${descriptor}`).slice(0, mostOfName);
  } catch {
    return null;
  }
}

/** What a descriptor of a process is open on; undefined if it is not. */
export const openFileOf = (pid: number, descriptor: number): Stats | undefined =>
  statSync(`/proc/${pid}/fd/${descriptor}`, { throwIfNoEntry: false });

const chunkBytes = 64 * 1024;

/**
 * Reads the beginning of a file of a process, which may be as long as the process wants.
 * @returns null if it is longer than `maxBytes`; empty when the process is gone
 */
export const readProcAtMost = (pid: number, file: string, maxBytes: number): string | null =>
  fromProc(pid, file, (fd) => {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let text = '';
    for (;;) {
      const count = readSync(fd, chunk);
      if (count === 0) return text;
      text += chunk.toString('latin1', 0, count);
      if (text.length > maxBytes) return null;
    }
  });

/** True when the process has a handler for the signal. */
export const catchesSignal = (pid: number, signal: number): boolean =>
  isCaught(signalSets(pid), signal);

export const isCaught = ({ caught }: SignalSets, signal: number): boolean =>
  ((caught >> BigInt(signal - 1)) & 1n) === 1n;

/** Signals of one thread, bit n − 1 for signal n: rows of /proc/pid/status. */
export interface SignalSets {
  /** its own and its process's */
  pending: bigint;
  blocked: bigint;
  ignored: bigint;
  caught: bigint;
}

export const signalSets = (pid: number): SignalSets => parseSignalSets(readProc(pid, 'status'));

/** Five rows that stand one below another; fs/proc/array.c, task_sig(). */
const signalRows =
  /^SigPnd:\t(\w+)\nShdPnd:\t(\w+)\nSigBlk:\t(\w+)\nSigIgn:\t(\w+)\nSigCgt:\t(\w+)$/m;

/** @param status text of /proc/pid/status */
export function parseSignalSets(status: string): SignalSets {
  const digits = signalRows.exec(status)?.slice(1) ?? [];
  const [own = 0n, shared = 0n, blocked = 0n, ignored = 0n, caught = 0n] = digits.map(setOf);
  return { pending: own | shared, blocked, ignored, caught };
}

const setOf = (digits: string): bigint => BigInt(`0x${digits}`);

/** Soft limit in a row of /proc/pid/limits, e.g. "Max file size"; null when unlimited or gone. */
export const processLimit = (pid: number, row: LimitRow): number | null =>
  parseLimit(readProc(pid, 'limits'), row);

export type LimitRow = 'Max address space' | 'Max cpu time' | 'Max file size' | 'Max open files';

/** @param limits text of /proc/pid/limits */
export function parseLimit(limits: string, row: LimitRow): number | null {
  const line = limits.split('\n').find((candidate) => candidate.startsWith(row));
  const soft = line?.slice(row.length).trim().split(/\s+/)[0];
  return soft === undefined || soft === 'unlimited' ? null : Number(soft);
}

/** The addresses that a process has mapped: the first number of /proc/pid/statm, in pages. */
export const addressSpaceBytes = (pid: number): bigint =>
  BigInt(readProc(pid, 'statm').split(' ')[0] ?? 0) * 4096n;

/** PF_EXITING of linux/sched.h: set as soon as a process begins to die. */
const exiting = 0x4;

/** False as soon as a process has begun to die: the flags of /proc/pid/stat. */
export function isAlive(pid: number): boolean {
  const fields = statFields(pid);
  return fields.length > 1 && (Number(fields[6]) & exiting) === 0;
}

/** CPU time of a process in seconds: utime and stime of /proc/pid/stat, in ticks of 1/100 s. */
export function cpuSeconds(pid: number): number {
  const fields = statFields(pid);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

/**
 * Fields of /proc/pid/stat from the third, "state", on; the name before them may contain anything.
 */
function statFields(pid: number): string[] {
  const stat = readProc(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
