import { closeSync, constants, openSync } from 'node:fs';
import { lockOperations } from '../uapi/file-table.ts';
import { libc, LibcError } from './libc.ts';

const flock = libc.func('int flock(int fd, int operation)');

/**
 * Holds a shared lock on a directory until the returned function is called. systemd-tmpfiles(8)
 * passes over a directory that is locked, and all below it; tmpfiles.d(5), "Age". Locks nobody else out.
 */
export function lockDirectory(path: string): () => void {
  const fd = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY);
  if ((flock(fd, lockOperations.LOCK_SH) as number) === -1) {
    const failure = new LibcError('flock');
    closeSync(fd);
    throw failure;
  }
  return () => closeSync(fd);
}
