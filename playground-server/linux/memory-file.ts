import { memfdBits } from '../uapi/x86-64/arguments/file-table.ts';
import { libc, LibcError } from './libc.ts';

// Not closeSync(): in a thread, Node warns of files that it has not opened itself.
const close = libc.func('int close(int fd)');
const create = libc.func('int memfd_create(const char *name, uint flags)');

/** A file that has no name, and is gone when the last descriptor of it is closed; memfd_create(2). */
export interface MemoryFile {
  fd: number;
  close(): void;
}

/** Throws LibcError. */
export function openMemoryFile(): MemoryFile {
  const fd = create('live-man', memfdBits.MFD_CLOEXEC) as number;
  if (fd === -1) throw new LibcError('memfd_create');
  return { fd, close: () => void close(fd) };
}
