import koffi from 'koffi';
import { libc } from './libc.ts';

const processVmReadv = libc.func(
  'long process_vm_readv(int pid, void *local, ulong localCount, void *remote, ulong remoteCount, ulong flags)',
);

/** Longest read that is served, in bytes; callers ask for less. */
const maxBytes = 64 * 1024;

const target = Buffer.alloc(maxBytes);
const local = Buffer.alloc(16);
const remote = Buffer.alloc(16);
local.writeBigUInt64LE(koffi.address(target), 0);

/**
 * Reads up to `length` bytes (at most 64 KiB) of a process' memory; process_vm_readv(2).
 * The kernel copies page by page and stops at the first unreadable one: fewer bytes are
 * returned then (mm/process_vm_access.c), null when there is none.
 */
export function readProcessMemory(pid: number, address: bigint, length: number): Uint8Array | null {
  const wanted = BigInt(Math.max(0, Math.min(length, maxBytes)));
  local.writeBigUInt64LE(wanted, 8);
  remote.writeBigUInt64LE(BigInt.asUintN(64, address), 0);
  remote.writeBigUInt64LE(wanted, 8);
  const count = Number(processVmReadv(pid, local, 1, remote, 1, 0));
  return count > 0 ? Uint8Array.prototype.slice.call(target, 0, count) : null;
}
