import { closeSync } from 'node:fs';
import koffi from 'koffi';
import { errnos } from '../uapi/errno-table.ts';
import { fcntlCommands, openFlags } from '../uapi/file-table.ts';
import { lastErrno, libc, LibcError } from './libc.ts';

const pipe2 = libc.func('int pipe2(_Out_ int *fds, int flags)');
const fcntl = libc.func('fcntl', 'int', ['int', 'int', 'int']);
const read = libc.func('long read(int fd, void *buffer, size_t count)');

const { O_CLOEXEC, O_NONBLOCK } = openFlags;
const { F_SETFL, F_DUPFD_CLOEXEC } = fcntlCommands;

/** Two descriptors of a new pipe. A real pipe: Node's own "pipe" is a socket pair, which a program can tell. */
export interface Pipe {
  readFd: number;
  writeFd: number;
}

/** A pipe whose read end does not block; pipe(2). */
export function openPipe(): Pipe {
  const pipe = openBlockingPipe();
  if ((fcntl(pipe.readFd, F_SETFL, O_NONBLOCK) as number) === -1) throw new LibcError('fcntl');
  return pipe;
}

/** A pipe that another process reads from, and expects to wait at. */
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

/** Another descriptor of the same pipe, the lowest that is free from `lowest` on; fcntl(2). */
export function duplicate(fd: number, lowest = 0): number {
  const copy = fcntl(fd, F_DUPFD_CLOEXEC, lowest) as number;
  if (copy === -1) throw new LibcError('fcntl');
  return copy;
}

/** The largest pipe that F_SETPIPE_SZ grants without privileges: /proc/sys/fs/pipe-max-size. */
const pipe = Buffer.alloc(1024 * 1024);

/** What a pipe holds now, at most 1 MiB: null when it is empty, zero bytes at its end. */
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
