import koffi from 'koffi';

/** seccomp(2): its number on x86-64, the operation, and the flag for all threads of the process. */
const SYS_seccomp = 317;
const SECCOMP_SET_MODE_FILTER = 1;
const SECCOMP_FILTER_FLAG_TSYNC = 1;

/** sizeof(struct sock_filter), linux/filter.h. */
const instructionBytes = 8;

/**
 * Adds a seccomp filter to the sandbox's own, on every thread: from here on the tracer sees calls
 * that Node made unseen while it started. Nothing of a reader's may have run before.
 * @param code BPF
 */
export function installFilter(code: Buffer): void {
  // struct sock_fprog: the number of instructions, and at the next word where they are.
  const program = Buffer.alloc(16);
  program.writeUInt16LE(code.length / instructionBytes, 0);
  program.writeBigUInt64LE(koffi.address(code), 8);
  const syscall = koffi.load('libc.so.6').func('long syscall(long, long, long, void *)');
  const failed: unknown = syscall(
    SYS_seccomp,
    SECCOMP_SET_MODE_FILTER,
    SECCOMP_FILTER_FLAG_TSYNC,
    program,
  );
  if (failed !== 0) throw new Error(`the filter was not installed: ${String(failed)}`);
}
