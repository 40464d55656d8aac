import type { Errno } from '../protocol/index.ts';
import { decodeErrno } from './decode-errno.ts';

/**
 * What a raw kernel result looks like to the program: syscall(2) returns -1 and sets errno. `raw`
 * remains the kernel's own number, in decimal, which libaio's functions return.
 */
export function visibleResult(raw: bigint): {
  returned: string;
  raw: string;
  errno: Errno | null;
} {
  const signed = BigInt.asIntN(64, raw);
  const errno = decodeErrno(signed);
  return { returned: errno === null ? `${signed}` : '-1', raw: `${signed}`, errno };
}
