import type { Errno } from '../protocol/index.ts';
import { x86_64 } from './abi/x86-64.ts';

/** Largest errno that fits a system call's result (MAX_ERRNO, include/linux/err.h). */
const maxErrno = 4095n;

/** The errno in a raw kernel result (signed 64-bit), or null if the result is not an error. */
export function decodeErrno(raw: bigint): Errno | null {
  const signed = BigInt.asIntN(64, raw);
  if (signed >= 0n || signed < -maxErrno) return null;
  const number = Number(-signed);
  return { name: x86_64.errnoNames.get(number) ?? `errno ${number}`, number };
}
