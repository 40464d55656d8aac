import { readdirSync } from 'node:fs';
import { errnos } from '../uapi/errno-table.ts';
import { descriptorBits, fcntlNames } from '../uapi/x86-64/arguments/file-table.ts';
import { lastErrno, libc, LibcError } from './libc.ts';

const fcntl = libc.func('fcntl', 'int', ['int', 'int', 'int']);

/**
 * Marks every descriptor that this process inherited (a supervisor's pipe, a service manager's
 * socket) close-on-exec, so that no child gets it. Node opens its own that way already; fcntl(2).
 */
export function keepDescriptors(): void {
  const inherited = readdirSync('/proc/self/fd').map(Number);
  for (const fd of inherited.filter((each) => each > 2)) {
    const failed = (fcntl(fd, fcntlNames.F_SETFD, descriptorBits.FD_CLOEXEC) as number) === -1;
    // The descriptor by which the list was read is in it, and closed by now.
    if (failed && lastErrno() !== errnos.EBADF) throw new LibcError('fcntl');
  }
}
