import { timespec as layout } from './abi-table.ts';
import type { Pointer } from './memory.ts';

/** `struct timespec`: how long to wait. */
export interface Timespec {
  tv_sec: bigint;
  tv_nsec: bigint;
}

/**
 * Writes a timeout where the kernel can read it; null waits for ever; a raw address is passed
 * through.
 */
export function timespecMemory(timeout: Timespec | Pointer): Buffer | Pointer {
  if (timeout === null || typeof timeout === 'bigint') return timeout;
  const memory = Buffer.alloc(layout.bytes);
  memory.writeBigUInt64LE(BigInt.asUintN(64, timeout.tv_sec), layout.fields.tv_sec);
  memory.writeBigUInt64LE(BigInt.asUintN(64, timeout.tv_nsec), layout.fields.tv_nsec);
  return memory;
}
