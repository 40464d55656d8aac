import { errnos } from '../uapi/errno-table.ts';

/** A call that has returned, by what its process knows of it. */
interface Returned {
  name: string;
  args: readonly bigint[];
  /** as the kernel gives it */
  result: bigint;
}

/** How many bytes of addresses a process may have, null for any number, and how many it has. */
export interface AddressSpaceUse {
  mostBytes: number | null;
  mappedBytes: bigint;
}

const noMemory = BigInt(-errnos.ENOMEM);
const pageBytes = 4096n;
/** It takes the place of what is there, so that less is added than its length: asm-generic/mman-common.h. */
const fixed = 0x10n;

/** By how many bytes a call would make the address space larger; MAP_FIXED is not judged. */
function growth({ name, args }: Returned): bigint {
  const [first = 0n, second = 0n, third = 0n, fourth = 0n] = args;
  if (name === 'mmap') return (fourth & fixed) === 0n ? second : 0n;
  return name === 'mremap' && first !== 0n && third > second ? third - second : 0n;
}

/**
 * Whether a call failed because the process may have no more addresses: mm/mmap.c, may_expand_vm().
 * So ends what a library does unseen, such as the stack of a new thread.
 *
 * @param useOf asked only where it matters
 */
export function isAddressSpaceFull(call: Returned, useOf: () => AddressSpaceUse): boolean {
  const wanted = growth(call);
  if (call.result !== noMemory || wanted === 0n) return false;
  const { mostBytes, mappedBytes } = useOf();
  const whole = (wanted + pageBytes - 1n) & ~(pageBytes - 1n);
  return mostBytes !== null && mappedBytes + whole > BigInt(mostBytes);
}
