import koffi from 'koffi';
import { libc } from './libc.ts';

const processVmReadv = libc.func(
  'long process_vm_readv(int pid, void *local, ulong localCount, void *remote, ulong remoteCount, ulong flags)',
);

const processVmWritev = libc.func(
  'long process_vm_writev(int pid, void *local, ulong localCount, void *remote, ulong remoteCount, ulong flags)',
);

/** Bytes read at once at most; callers ask for less. IOV_MAX is 1024, linux/uio.h. */
const maxBytes = 64 * 1024;
const maxRanges = 1024;

const target = new Uint8Array(maxBytes);
/** Arrays of struct iovec, an address and a length of one word each; sys/uio.h. */
const local = BigUint64Array.of(koffi.address(target), 0n);
const remote = new BigUint64Array(2 * maxRanges);

/**
 * Reads pieces of a process's memory, at most 1024 of them and 64 KiB in all, and returns for each
 * the bytes from its start that can be read. process_vm_readv(2) copies page by page and stops at
 * the first unreadable one (mm/process_vm_access.c), so each such piece takes another call.
 */
export function readProcessRanges(
  pid: number,
  ranges: readonly { address: bigint; length: number }[],
): Uint8Array[] {
  const read: Uint8Array[] = [];
  while (read.length < ranges.length) {
    const rest = ranges.slice(read.length, read.length + maxRanges);
    // One copy for all pieces: a buffer of its own for each costs more than its bytes.
    const copied = target.slice(0, readOnce(pid, rest));
    let at = 0;
    for (const { length } of rest) {
      const count = Math.min(length, copied.length - at);
      read.push(copied.subarray(at, at + count));
      at += count;
      // The kernel stopped at this piece, so the ones after it must be asked for again.
      if (count < length) break;
    }
  }
  return read;
}

/** Fills `target` with one piece after another; returns how many bytes the kernel copied. */
function readOnce(pid: number, ranges: readonly { address: bigint; length: number }[]): number {
  let room = maxBytes;
  ranges.forEach(({ address, length }, index) => {
    const wanted = Math.min(length, room);
    room -= wanted;
    remote[2 * index] = address;
    remote[2 * index + 1] = BigInt(wanted);
  });
  local[1] = BigInt(maxBytes - room);
  return Math.max(0, Number(processVmReadv(pid, local, 1, remote, ranges.length, 0)));
}

/** Writes into a process's memory, where it may itself; returns whether all of it was written. */
export function writeProcessMemory(pid: number, address: bigint, bytes: Uint8Array): boolean {
  const from = BigUint64Array.of(koffi.address(bytes), BigInt(bytes.length));
  const to = BigUint64Array.of(address, BigInt(bytes.length));
  return Number(processVmWritev(pid, from, 1, to, 1, 0)) === bytes.length;
}

/**
 * Writes a piece of `bytes` to each address, all as long; IOV_MAX addresses at most. Returns whether
 * all of it was written.
 */
export function scatterIntoProcess(
  pid: number,
  addresses: readonly bigint[],
  bytes: Uint8Array,
): boolean {
  const pieceBytes = BigInt(bytes.length / addresses.length);
  const from = BigUint64Array.of(koffi.address(bytes), BigInt(bytes.length));
  const to = BigUint64Array.from(addresses.flatMap((address) => [address, pieceBytes]));
  return Number(processVmWritev(pid, from, 1, to, addresses.length, 0)) === bytes.length;
}

/** Reads up to `length` bytes of a process's memory; null if none can be read. Never throws. */
export type ReadMemory = (address: bigint, length: number) => Uint8Array | null;

/** Reads up to `length` bytes, at most 64 KiB. */
export function readProcessMemory(pid: number, address: bigint, length: number): Uint8Array | null {
  const wanted = Math.max(0, Math.min(length, maxBytes));
  const [bytes] = readProcessRanges(pid, [{ address, length: wanted }]);
  return bytes && bytes.length > 0 ? bytes : null;
}
