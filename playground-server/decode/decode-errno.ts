import type { Errno } from '../protocol/index.ts';
import { errnoTable } from './errno-table.ts';

/** Largest errno that fits a system call's result (MAX_ERRNO, include/linux/err.h). */
const maxErrno = 4095n;

/** The errno in a raw kernel result, or null when the result (signed 64-bit) is none. */
export function decodeErrno(raw: bigint): Errno | null {
  const signed = BigInt.asIntN(64, raw);
  if (signed >= 0n || signed < -maxErrno) return null;
  const number = Number(-signed);
  return { name: errnoTable.get(number) ?? `errno ${number}`, number };
}
