import { expect, it } from 'vitest';
import { callName } from '../../../playground-server/tracer/foreign-abi.ts';
import { architectures } from '../../../playground-server/uapi/seccomp-table.ts';

const { AUDIT_ARCH_I386, AUDIT_ARCH_X86_64 } = architectures;

/** What callName says of a thread that dies in a call. */
function nameOf(arch: number, origRax: bigint): string | null {
  const info = { op: 'none', arch, instructionPointer: 0n, stackPointer: 0n } as const;
  return callName({
    kind: 'exiting',
    pid: 1,
    ending: { kind: 'killed', signal: 31 },
    info: { ...info, nr: 0, args: [], result: 0n },
    registers: { origRax, rdi: 0n, rip: 0n, rsp: 0n },
  });
}

it('names a call by the table of the ABI that it was made through', () => {
  expect(nameOf(AUDIT_ARCH_I386, 4n)).toBe('i386 write');
  expect(nameOf(AUDIT_ARCH_I386, 245n)).toBe('i386 io_setup');
  expect(nameOf(AUDIT_ARCH_X86_64, 0x40000001n)).toBe('x32 write');
  // 206 for 64-bit programs; the old calls that take pointers to pointers have numbers of their own.
  expect(nameOf(AUDIT_ARCH_X86_64, 0x4000021fn)).toBe('x32 io_setup');
});

it('gives the number of a call that no table knows', () => {
  expect(nameOf(AUDIT_ARCH_I386, 5000n)).toBe('i386 syscall_0x1388');
  expect(nameOf(AUDIT_ARCH_X86_64, 0x40001388n)).toBe('x32 syscall_0x40001388');
});

it("takes no call of the program's own ABI for a foreign one", () => {
  expect(nameOf(AUDIT_ARCH_X86_64, 206n)).toBeNull();
  expect(nameOf(AUDIT_ARCH_X86_64, -1n)).toBeNull();
});
