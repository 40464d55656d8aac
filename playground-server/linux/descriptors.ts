import { readdirSync } from 'node:fs';
import { libc } from './libc.ts';

const fcntl = libc.func('fcntl', 'int', ['int', 'int', 'int']);

const F_SETFD = 2;
const FD_CLOEXEC = 1;

/**
 * Keeps what this process inherited (a supervisor's pipe, a socket of a service manager) out of
 * every process that it starts. Node opens its own descriptors that way already; fcntl(2).
 */
export function keepDescriptors(): void {
  const inherited = readdirSync('/proc/self/fd').map(Number);
  for (const fd of inherited.filter((each) => each > 2)) fcntl(fd, F_SETFD, FD_CLOEXEC);
}
