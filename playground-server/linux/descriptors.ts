import { closeSync, readdirSync } from 'node:fs';
import { libc } from './libc.ts';
import { duplicate } from './pipe.ts';

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

/**
 * Throws EMFILE unless `count` more descriptors can be opened now. Node keeps for ever what it made
 * for a child process whose start failed halfway for want of one, so that is better not begun.
 */
export function expectDescriptors(count: number): void {
  const taken: number[] = [];
  try {
    while (taken.length < count) taken.push(duplicate(standardInput));
  } finally {
    for (const fd of taken) closeSync(fd);
  }
}

const standardInput = 0;
