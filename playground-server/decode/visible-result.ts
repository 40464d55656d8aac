import type { Errno } from '../protocol/index.ts';
import { errnos } from '../uapi/errno-table.ts';
import { decodeErrno } from './decode-errno.ts';

/** Results that tell the kernel's signal code to repeat the call (include/linux/errno.h). */
const restarts: ReadonlySet<number> = new Set([
  errnos.ERESTARTSYS,
  errnos.ERESTARTNOINTR,
  errnos.ERESTARTNOHAND,
  errnos.ERESTART_RESTARTBLOCK,
]);

const interrupted: Errno = { name: 'EINTR', number: errnos.EINTR };

/**
 * What a raw kernel result looks like to the program: syscall(2) returns -1 and sets errno.
 * `raw` remains the kernel's own number, in decimal. The ERESTART* results, which only a tracer
 * sees, become EINTR, which the program gets whenever the kernel does not restart the call
 * (signal(7)).
 */
export function visibleResult(raw: bigint): {
  returned: string;
  raw: string;
  errno: Errno | null;
} {
  const signed = BigInt.asIntN(64, raw);
  const kernelErrno = decodeErrno(signed);
  if (kernelErrno === null) return { returned: `${signed}`, raw: `${signed}`, errno: null };
  const errno = restarts.has(kernelErrno.number) ? interrupted : kernelErrno;
  return { returned: '-1', raw: `${signed}`, errno };
}
