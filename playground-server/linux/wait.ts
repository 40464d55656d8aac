import koffi from 'koffi';
import { errnos } from '../uapi/errno-table.ts';
import { waitOptions } from '../uapi/process-table.ts';
import { lastErrno, libc, LibcError } from './libc.ts';

const wait4 = libc.func('int wait4(int pid, void *status, int options, void *usage)');

/** __WALL: threads too. __WNOTHREAD: only this thread's tracees; waitpid(2). */
const options = waitOptions.__WALL | waitOptions.__WNOTHREAD;

/**
 * How long to look again and again before sleeping. A call that does not sleep returns within
 * microseconds, and waking a thread takes tens of them, which would count as time of the call.
 */
const spinNs = 20_000n;
const isBefore = (ns: bigint): boolean => process.hrtime.bigint() < ns;

/** What wait4(2) says about one tracee. */
export type WaitStatus =
  | { kind: 'exited'; pid: number; status: number }
  /** `cpuSeconds` are its own, and those of its children that it had waited for */
  | { kind: 'killed'; pid: number; signal: number; cpuSeconds: number }
  | { kind: 'stopped'; pid: number; signal: number; event: number };

/** struct rusage: ru_utime and ru_stime, each in seconds and microseconds, then 14 long; getrusage(2). */
export type Rusage = BigInt64Array;

export const noUsage = (): Rusage => new BigInt64Array(18);

/** What each wait4 fills in anew: a run has thousands of stops, and none is to allocate memory. */
const status = new Int32Array(1);
const usage = noUsage();

/**
 * Waits until a tracee of this thread changes state; null when none is left.
 * @param beforeBlocking called if none has changed state yet, and again whenever a signal interrupts
 * the wait
 */
export function waitForTracee(beforeBlocking: () => void): WaitStatus | null {
  let pid = waitFor(options | waitOptions.WNOHANG);
  for (const untilNs = process.hrtime.bigint() + spinNs; pid === 0 && isBefore(untilNs);)
    pid = waitFor(options | waitOptions.WNOHANG);
  while (pid === 0) {
    beforeBlocking();
    pid = waitFor(options);
  }
  return pid === null ? null : parseStatus(pid, status[0]!, usage);
}

/** The tracee that changed state; 0 if none has or a signal came first, null if none is left. */
function waitFor(how: number): number | null {
  const pid = wait4(-1, status, how, usage) as number;
  if (pid >= 0) return pid;
  const errno = lastErrno();
  if (errno === errnos.ECHILD) return null;
  if (errno !== errnos.EINTR) throw new LibcError('wait4', errno);
  return 0;
}

/**
 * How a child of this process ended; null while it runs. Nothing else may wait for that child.
 * Throws LibcError.
 */
export function reap(pid: number): WaitStatus | null {
  const ended = wait4(pid, status, waitOptions.WNOHANG, usage) as number;
  if (ended === -1) throw new LibcError('wait4');
  return ended === 0 ? null : parseStatus(pid, status[0]!, usage);
}

/**
 * The bits of a wait status, wait(2) and bits/waitstatus.h; `event` is status >> 16, ptrace(2).
 * @param used read at once, and only where the process was killed
 */
export function parseStatus(pid: number, word: number, used: Rusage): WaitStatus {
  const low = word & 0x7f;
  if (low === 0) return { kind: 'exited', pid, status: (word >> 8) & 0xff };
  if ((word & 0xff) !== 0x7f)
    return { kind: 'killed', pid, signal: low, cpuSeconds: cpuSecondsOf(used) };
  return { kind: 'stopped', pid, signal: (word >> 8) & 0xff, event: word >>> 16 };
}

function cpuSecondsOf(used: Rusage): number {
  const [seconds = 0n, micros = 0n, systemSeconds = 0n, systemMicros = 0n] = used;
  return Number(seconds + systemSeconds) + Number(micros + systemMicros) / 1e6;
}

if (koffi.sizeof('int') !== 4) throw new Error('wait statuses are 32 bits wide');
