import koffi from 'koffi';
import {
  filterFlags,
  seccompOperations,
  sockFilter,
  sockFprog,
  systemCalls,
} from './seccomp-table.ts';

const syscall = koffi.load('libc.so.6').func('long syscall(long, long, long, void *)');

/**
 * Adds a seccomp filter to the sandbox's own, on every thread: from here on the tracer sees calls
 * that Node made unseen while it started. Nothing of a reader's may have run before.
 * @param code BPF
 */
export function installFilter(code: Buffer): void {
  const program = Buffer.alloc(sockFprog.bytes);
  program.writeUInt16LE(code.length / sockFilter.bytes, sockFprog.fields.len);
  program.writeBigUInt64LE(koffi.address(code), sockFprog.fields.filter);
  const failed: unknown = syscall(
    systemCalls.seccomp,
    seccompOperations.SECCOMP_SET_MODE_FILTER,
    filterFlags.SECCOMP_FILTER_FLAG_TSYNC,
    program,
  );
  if (failed !== 0) throw new Error(`the filter was not installed: ${String(failed)}`);
}
