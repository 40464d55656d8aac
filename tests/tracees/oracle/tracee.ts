import { readFileSync } from 'node:fs';

/** A C program that is run twice: in the playground, and natively under strace. */
export interface Tracee {
  path: string;
  source: string;
  libaio: boolean;
  scratch: 'tmpfs' | 'disk';
}

export function readTracee(path: string, scratch: Tracee['scratch'] = 'tmpfs'): Tracee {
  const source = readFileSync(path, 'utf8');
  return { path, source, libaio: /^#include <libaio\.h>/m.test(source), scratch };
}
