import { addressSpaceBytes, processLimit } from '../linux/proc.ts';
import { errnos } from '../uapi/errno-table.ts';
import type { CallResult } from './tracee.ts';

const noMemory = BigInt(-errnos.ENOMEM);
const pageBytes = 4096n;
/** It takes the place of what is there, so that less is added than its length: asm-generic/mman-common.h. */
const fixed = 0x10n;

/** By how many bytes a call would make the address space larger; MAP_FIXED is not judged. */
function growth({ name, args }: CallResult['call']): bigint {
  const [first = 0n, second = 0n, third = 0n, fourth = 0n] = args;
  if (name === 'mmap') return (fourth & fixed) === 0n ? second : 0n;
  return name === 'mremap' && first !== 0n && third > second ? third - second : 0n;
}

/**
 * Whether a call failed because the process may have no more addresses: mm/mmap.c, may_expand_vm().
 * So ends what a library does unseen, such as the stack of a new thread.
 */
export function isAddressSpaceFull(pid: number, { call, result }: CallResult): boolean {
  const wanted = growth(call);
  if (call.number === null || result !== noMemory || wanted === 0n) return false;
  const most = processLimit(pid, 'Max address space');
  const whole = (wanted + pageBytes - 1n) & ~(pageBytes - 1n);
  return most !== null && addressSpaceBytes(pid) + whole > BigInt(most);
}
