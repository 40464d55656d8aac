import type { Errno } from '../protocol/index.ts';
import { errnos } from '../uapi/errno-table.ts';
import { decodeErrno } from './decode-errno.ts';

/** Results that ask the kernel's own signal code to make the call again (include/linux/errno.h). */
const restarts: ReadonlySet<number> = new Set([
  errnos.ERESTARTSYS,
  errnos.ERESTARTNOINTR,
  errnos.ERESTARTNOHAND,
  errnos.ERESTART_RESTARTBLOCK,
]);

const interrupted: Errno = { name: 'EINTR', number: errnos.EINTR };

/**
 * What a raw kernel result looks like to the program: syscall(2) gives -1 and sets errno.
 * `raw` stays the kernel's own number, decimal. The ERESTART* results that only a tracer sees
 * become EINTR, which the program gets whenever the kernel does not restart the call (signal(7)).
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
