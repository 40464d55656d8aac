import { closeSync } from 'node:fs';
import koffi from 'koffi';
import { errnos } from '../uapi/errno-table.ts';
import { fcntlNames, openBits } from '../uapi/x86-64/arguments/file-table.ts';
import { lastErrno, libc, LibcError } from './libc.ts';

const pipe2 = libc.func('int pipe2(_Out_ int *fds, int flags)');
const fcntl = libc.func('fcntl', 'int', ['int', 'int', 'int']);
const read = libc.func('long read(int fd, void *buffer, size_t count)');

const { O_CLOEXEC, O_NONBLOCK } = openBits;
const { F_SETFL, F_DUPFD_CLOEXEC } = fcntlNames;

/** A new pipe. Node's own "pipe" is a socket pair, and a program can tell the difference. */
export interface Pipe {
  readFd: number;
  writeFd: number;
}

/** A pipe whose read end does not block; pipe(2). */
export function openPipe(): Pipe {
  const pipe = openBlockingPipe();
  if ((fcntl(pipe.readFd, F_SETFL, O_NONBLOCK) as number) === -1) {
    const failure = new LibcError('fcntl');
    closePipe(pipe);
    throw failure;
  }
  return pipe;
}

/** A pipe that another process reads from and expects to block on. */
export function openBlockingPipe(): Pipe {
  const fds = [0, 0];
  if ((pipe2(fds, O_CLOEXEC) as number) === -1) throw new LibcError('pipe2');
  const [readFd, writeFd] = fds as [number, number];
  return { readFd, writeFd };
}

/** Closes both ends. */
export function closePipe({ readFd, writeFd }: Pipe): void {
  closeSync(readFd);
  closeSync(writeFd);
}

/** Duplicates a descriptor to the lowest free number from `lowest` up; fcntl(2). */
export function duplicate(fd: number, lowest = 0): number {
  const copy = fcntl(fd, F_DUPFD_CLOEXEC, lowest) as number;
  if (copy === -1) throw new LibcError('fcntl');
  return copy;
}

/** As large as the largest pipe that F_SETPIPE_SZ grants without privileges: fs.pipe-max-size. */
const pipe = Buffer.alloc(1024 * 1024);

/** Returns what a pipe holds now, at most 1 MiB: null while it is empty, zero bytes at its end. */
export function readPipe(fd: number): Uint8Array | null {
  for (;;) {
    const count = Number(read(fd, pipe, pipe.length));
    if (count >= 0) return Uint8Array.prototype.slice.call(pipe, 0, count);
    const errno = lastErrno();
    if (errno === errnos.EAGAIN) return null;
    if (errno !== errnos.EINTR) throw new LibcError('read', errno);
  }
}

if (koffi.sizeof('size_t') !== 8) throw new Error('live-man runs on 64-bit machines only');
