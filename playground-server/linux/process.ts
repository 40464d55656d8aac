import koffi from 'koffi';
import { pollEvents } from '../uapi/aio-table.ts';
import { errnos } from '../uapi/errno-table.ts';
import { signals } from '../uapi/signal-table.ts';
import { systemCalls } from '../uapi/x86-64/syscall-table.ts';
import { lastErrno, libc, LibcError } from './libc.ts';

const syscall = libc.func('syscall', 'long', ['long', 'long', 'long', 'long', 'long']);
const close = libc.func('int close(int fd)');
const poll = libc.func('int poll(void *fds, ulong count, int timeoutMs)');

/** System calls without a wrapper in glibc 2.36's dynamic symbols. */
const { pidfd_open, pidfd_send_signal } = systemCalls;

/** struct pollfd: int fd, short events, short revents; poll(2). */
const pollRequest = Buffer.alloc(8);

/** Refers to a process and stays valid when its pid is reused; pidfd_open(2). */
export class ProcessHandle {
  readonly #fd: number;
  #open = true;

  constructor(pid: number) {
    this.#fd = Number(syscall(pidfd_open, pid, 0, 0, 0));
    if (this.#fd === -1) throw new LibcError('pidfd_open');
  }

  /** Kills the process; does nothing when it is gone or the handle is closed. */
  kill(): void {
    if (!this.#open) return;
    const failed = Number(syscall(pidfd_send_signal, this.#fd, signals.SIGKILL, 0, 0)) === -1;
    if (failed && lastErrno() !== errnos.ESRCH) throw new LibcError('pidfd_send_signal');
  }

  /** True once the process and, for a pid 1, its whole namespace is dead; pidfd_open(2), "poll". */
  hasEnded(): boolean {
    if (!this.#open) return true;
    pollRequest.writeInt32LE(this.#fd, 0);
    pollRequest.writeInt16LE(pollEvents.POLLIN, 4);
    return Number(poll(pollRequest, 1, 0)) === 1;
  }

  close(): void {
    if (this.#open) close(this.#fd);
    this.#open = false;
  }
}

if (koffi.sizeof('long') !== 8) throw new Error('live-man runs on 64-bit machines only');
