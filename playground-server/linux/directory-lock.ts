import { closeSync, constants, openSync } from 'node:fs';
import { lockBits } from '../uapi/x86-64/arguments/file-table.ts';
import { libc, LibcError } from './libc.ts';

const flock = libc.func('int flock(int fd, int operation)');

/**
 * Holds a lock on a directory until the returned function is called. systemd-tmpfiles(8) skips a
 * locked directory and everything below it: tmpfiles.d(5), "Age". The lock is shared, so other
 * servers can hold it too.
 */
export function lockDirectory(path: string): () => void {
  const fd = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY);
  if ((flock(fd, lockBits.LOCK_SH) as number) === -1) {
    const failure = new LibcError('flock');
    closeSync(fd);
    throw failure;
  }
  return () => closeSync(fd);
}
