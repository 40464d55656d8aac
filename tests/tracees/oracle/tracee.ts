import { readFileSync } from 'node:fs';

/** A program in C or C++ that is run twice: in the playground, and natively under strace. */
export interface Tracee {
  path: string;
  source: string;
  language: 'c' | 'cpp';
  libaio: boolean;
  scratch: 'tmpfs' | 'disk';
  /** how strace follows it: with the stack of each call, which takes some milliseconds, or not at all */
  strace: 'stacks' | 'calls' | 'none';
}

export function readTracee(path: string, scratch: Tracee['scratch'] = 'tmpfs'): Tracee {
  const source = readFileSync(path, 'utf8');
  return {
    ...{ path, source, scratch },
    language: path.endsWith('.cc') ? 'cpp' : 'c',
    libaio: /^#include <libaio\.h>/m.test(source),
    strace: straceOf(source),
  };
}

/** A tracee says itself where strace gives up on it, takes too long, or would change what it does. */
function straceOf(source: string): Tracee['strace'] {
  if (/^ \* strace: is not asked/m.test(source)) return 'none';
  return /^ \* strace: walks no stacks/m.test(source) ? 'calls' : 'stacks';
}
