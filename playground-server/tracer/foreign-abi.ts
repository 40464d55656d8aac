import { byNumber } from '../uapi/by-number.ts';
import { systemCalls as i386Calls } from '../uapi/i386/syscall-table.ts';
import { architectures } from '../uapi/seccomp-table.ts';
import { callBits, systemCalls as x32Calls } from '../uapi/x32/syscall-table.ts';
import type { StopOf } from './stop.ts';

const i386Names = byNumber(i386Calls);
const x32Names = byNumber(x32Calls);

/**
 * Names the call of a foreign ABI for which a thread died of SIGSYS, such as `i386 write`, or null
 * if the signal had another cause, such as a filter of the program's own.
 */
export function callName({ info, registers }: StopOf<'exiting'>): string | null {
  const nr = Number(BigInt.asUintN(32, registers.origRax));
  const unknown = `syscall_0x${nr.toString(16)}`;
  if (info.arch === architectures.AUDIT_ARCH_I386) return `i386 ${i386Names.get(nr) ?? unknown}`;
  // x32 is marked by the second highest bit; -1, which skips a call, has both of the highest.
  const isX32 = nr >= callBits.__X32_SYSCALL_BIT && nr < 2 * callBits.__X32_SYSCALL_BIT;
  return isX32 ? `x32 ${x32Names.get(nr) ?? unknown}` : null;
}
