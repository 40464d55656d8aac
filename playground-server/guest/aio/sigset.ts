import { aioSigset as layout } from './abi-table.ts';
import { addressOf, type Pointer } from './memory.ts';

/**
 * `struct __aio_sigset`, which no header declares: io_pgetevents(2)'s mask and the mask's size, 8.
 */
export interface AioSigset {
  sigmask: Buffer | Pointer;
  sigsetsize: bigint;
}

const signalBits = 64;

/** The kernel's signal mask, 8 bytes, which blocks these signals; sigprocmask(2). */
export function sigset(...signals: readonly number[]): Buffer {
  const memory = Buffer.alloc(signalBits / 8);
  const mask = signals.reduce((bits, signal) => bits | (1n << BigInt(signal - 1)), 0n);
  memory.writeBigUInt64LE(BigInt.asUintN(signalBits, mask));
  return memory;
}

/** Writes the structure where the kernel can read it; a raw address is passed through. */
export function aioSigsetMemory(usig: AioSigset | Pointer): Buffer | Pointer {
  if (usig === null || typeof usig === 'bigint') return usig;
  const { sigmask, sigsetsize } = usig;
  const memory = Buffer.alloc(layout.bytes);
  memory.writeBigUInt64LE(addressOf(sigmask), layout.fields.sigmask);
  memory.writeBigUInt64LE(BigInt.asUintN(64, sigsetsize), layout.fields.sigsetsize);
  return memory;
}
