import { closeSync, constants, openSync } from 'node:fs';
import { libc, LibcError } from './libc.ts';

const flock = libc.func('int flock(int fd, int operation)');

const LOCK_SH = 1;

/**
 * Holds a shared lock on a directory until the returned function is called. systemd-tmpfiles(8)
 * passes over a directory that is locked, and all below it; tmpfiles.d(5), "Age". Locks nobody else out.
 */
export function lockDirectory(path: string): () => void {
  const fd = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY);
  if ((flock(fd, LOCK_SH) as number) === -1) {
    const failure = new LibcError('flock');
    closeSync(fd);
    throw failure;
  }
  return () => closeSync(fd);
}
