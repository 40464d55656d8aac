import koffi from 'koffi';
import { errnos } from '../uapi/errno-table.ts';
import { waitOptions } from '../uapi/process-table.ts';
import { lastErrno, libc, LibcError } from './libc.ts';

const waitpid = libc.func('int waitpid(int pid, _Out_ int *status, int options)');

/** __WALL: threads too. __WNOTHREAD: only this thread's tracees; waitpid(2). */
const options = waitOptions.__WALL | waitOptions.__WNOTHREAD;

/** What waitpid(2) says about one tracee. */
export type WaitStatus =
  | { kind: 'exited'; pid: number; status: number }
  | { kind: 'killed'; pid: number; signal: number }
  | { kind: 'stopped'; pid: number; signal: number; event: number };

const status: [number] = [0];

/** Blocks until a tracee of this thread changes state; null when none is left. */
export function waitForTracee(): WaitStatus | null {
  for (;;) {
    const pid = waitpid(-1, status, options) as number;
    if (pid > 0) return parseStatus(pid, status[0]);
    const errno = lastErrno();
    if (errno === errnos.ECHILD) return null;
    if (errno !== errnos.EINTR) throw new LibcError('waitpid', errno);
  }
}

/**
 * How a child of this process ended; null while it runs. Nothing else may wait for that child.
 * Throws LibcError.
 */
export function reap(pid: number): WaitStatus | null {
  const ended = waitpid(pid, status, waitOptions.WNOHANG) as number;
  if (ended === -1) throw new LibcError('waitpid');
  return ended === 0 ? null : parseStatus(pid, status[0]);
}

/** The bits of a wait status, wait(2) and bits/waitstatus.h; `event` is status >> 16, ptrace(2). */
export function parseStatus(pid: number, word: number): WaitStatus {
  const low = word & 0x7f;
  if (low === 0) return { kind: 'exited', pid, status: (word >> 8) & 0xff };
  if ((word & 0xff) !== 0x7f) return { kind: 'killed', pid, signal: low };
  return { kind: 'stopped', pid, signal: (word >> 8) & 0xff, event: word >>> 16 };
}

if (koffi.sizeof('int') !== 4) throw new Error('wait statuses are 32 bits wide');
