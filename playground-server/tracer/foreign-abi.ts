import type { Stop } from './stop.ts';
import type { TraceRules } from './trace-state.ts';

/** linux/audit.h and asm/unistd.h. */
const AUDIT_ARCH_I386 = 0x40000003;
const X32_SYSCALL_BIT = 0x40000000n;

/**
 * Names the call of a foreign ABI in which a thread dies of SIGSYS, or null when the signal came
 * from elsewhere, such as a filter of the program's own.
 */
export function callName(
  stop: Extract<Stop, { kind: 'exiting' }>,
  rules: Pick<TraceRules, 'nameOf'>,
): string | null {
  const nr = BigInt.asUintN(32, stop.registers.origRax);
  if (stop.info.arch === AUDIT_ARCH_I386) return `i386 system call ${nr}`;
  if ((nr & X32_SYSCALL_BIT) === 0n || nr >= 0x80000000n) return null;
  return `x32 ${rules.nameOf(Number(nr & ~X32_SYSCALL_BIT))}`;
}
