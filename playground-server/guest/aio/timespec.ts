import type { Pointer } from './memory.ts';

/** `struct timespec`: how long to wait. */
export interface Timespec {
  tv_sec: bigint;
  tv_nsec: bigint;
}

/** Writes a timeout where the kernel can read it; null waits for ever, a raw address is passed on. */
export function timespecMemory(timeout: Timespec | Pointer): Buffer | Pointer {
  if (timeout === null || typeof timeout === 'bigint') return timeout;
  const memory = Buffer.alloc(16);
  memory.writeBigUInt64LE(BigInt.asUintN(64, timeout.tv_sec), 0);
  memory.writeBigUInt64LE(BigInt.asUintN(64, timeout.tv_nsec), 8);
  return memory;
}
