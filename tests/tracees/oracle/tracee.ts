import { readFileSync } from 'node:fs';

/** A C program that is run twice: in the playground, and natively under strace. */
export interface Tracee {
  path: string;
  source: string;
  libaio: boolean;
  scratch: 'tmpfs' | 'disk';
  /** whether strace shall walk its stacks, which takes 1 ms a call */
  stacks: boolean;
}

export function readTracee(path: string, scratch: Tracee['scratch'] = 'tmpfs'): Tracee {
  const source = readFileSync(path, 'utf8');
  return {
    ...{ path, source, scratch },
    libaio: /^#include <libaio\.h>/m.test(source),
    stacks: !/^ \* strace: walks no stacks/m.test(source),
  };
}
