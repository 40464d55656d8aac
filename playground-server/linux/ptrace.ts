import koffi from 'koffi';
import { ESRCH, lastErrno, libc, LibcError } from './libc.ts';

/**
 * ptrace(2), x86-64. Every function throws LibcError; `TraceeGone` when the tracee died meanwhile,
 * which a tracer must expect at any moment (ptrace(2), "Death under ptrace").
 * All calls must come from the thread that seized the tracee.
 */
export class TraceeGone extends Error {}

const call = libc.func('long ptrace(long request, int pid, uintptr_t addr, void *data)');
const callWithNumber = libc.func('ptrace', 'long', ['long', 'int', 'uintptr_t', 'uintptr_t']);

/** Requests, linux/ptrace.h and asm/ptrace-abi.h. */
const request = {
  cont: 7,
  getRegs: 12,
  setRegs: 13,
  detach: 17,
  syscall: 24,
  getEventMessage: 0x4201,
  getSignalInfo: 0x4202,
  seize: 0x4206,
  interrupt: 0x4207,
  listen: 0x4208,
  getSyscallInfo: 0x420e,
} as const;

/** Options of PTRACE_SEIZE, linux/ptrace.h. */
const options =
  0x1 | // TRACESYSGOOD: system call stops are told apart from SIGTRAP
  0x2 | // TRACEFORK
  0x4 | // TRACEVFORK
  0x8 | // TRACECLONE
  0x10 | // TRACEEXEC
  0x40 | // TRACEEXIT: the status is known before the address space is torn down
  0x80 | // TRACESECCOMP
  0x100000; // EXITKILL: no tracee outlives the tracer

/** How a stopped tracee goes on: to its next traced event, or also stopping at each side of each call. */
export type Resumption = 'cont' | 'syscall';

function check(result: number, what: string): void {
  if (result !== -1) return;
  const errno = lastErrno();
  if (errno === ESRCH) throw new TraceeGone(what);
  throw new LibcError(what, errno);
}

const withNumber = (what: keyof typeof request, pid: number, data: number): void =>
  check(callWithNumber(request[what], pid, 0, data) as number, `ptrace ${what}`);

const withBuffer = (
  what: keyof typeof request,
  pid: number,
  addr: number,
  data: Buffer,
): number => {
  const result = call(request[what], pid, addr, data) as number;
  check(result, `ptrace ${what}`);
  return result;
};

export const seize = (pid: number): void => withNumber('seize', pid, options);

/** @param signal number to deliver, 0 for none */
export const resume = (pid: number, how: Resumption, signal: number): void =>
  withNumber(how, pid, signal);

/** Leaves a group-stopped tracee stopped, yet notices SIGCONT. */
export const listen = (pid: number): void => withNumber('listen', pid, 0);

/** Stops a running tracee; it may be in a call, which most kinds of calls survive. */
export const interrupt = (pid: number): void => withNumber('interrupt', pid, 0);

export const detach = (pid: number): void => withNumber('detach', pid, 0);

const message = Buffer.alloc(8);
/** Pid of the new tracee, exit status, or former thread id, depending on the event. */
export function eventMessage(pid: number): number {
  withBuffer('getEventMessage', pid, 0, message);
  return Number(message.readBigUInt64LE());
}

const signalInfo = Buffer.alloc(128);
/** si_code of the signal about to be delivered: SI_KERNEL is 128, SI_USER 0, SI_TKILL -6 (siginfo.h). */
export function signalCode(pid: number): number {
  withBuffer('getSignalInfo', pid, 0, signalInfo);
  return signalInfo.readInt32LE(8);
}

/** What PTRACE_GET_SYSCALL_INFO tells: struct ptrace_syscall_info, linux/ptrace.h. */
export interface SyscallInfo {
  op: 'none' | 'entry' | 'exit' | 'seccomp';
  arch: number;
  instructionPointer: bigint;
  stackPointer: bigint;
  /** entry and seccomp; 0 otherwise */
  nr: number;
  args: bigint[];
  /** exit only */
  result: bigint;
}

const syscallOps = ['none', 'entry', 'exit', 'seccomp'] as const;
const infoBytes = 88;
const info = Buffer.alloc(infoBytes);

/** At which side of which call a stopped tracee stands; PTRACE_GET_SYSCALL_INFO. */
export function syscallInfo(pid: number): SyscallInfo {
  withBuffer('getSyscallInfo', pid, infoBytes, info);
  const op = syscallOps[info.readUInt8(0)] ?? 'none';
  const called = op === 'entry' || op === 'seccomp';
  return {
    op,
    arch: info.readUInt32LE(4),
    instructionPointer: info.readBigUInt64LE(8),
    stackPointer: info.readBigUInt64LE(16),
    nr: called ? Number(BigInt.asIntN(32, info.readBigUInt64LE(24))) : 0,
    args: called ? [32, 40, 48, 56, 64, 72].map((at) => info.readBigUInt64LE(at)) : [],
    result: op === 'exit' ? info.readBigInt64LE(24) : 0n,
  };
}

/** struct user_regs_struct, sys/user.h: 27 words of 8 bytes; the ones the tracer touches. */
const regsBytes = 216;
const offset = { rax: 80, rdi: 112, origRax: 120, rip: 128, rsp: 152 } as const;
const regs = Buffer.alloc(regsBytes);

export interface Registers {
  rdi: bigint;
  origRax: bigint;
  rip: bigint;
  rsp: bigint;
}

/** The registers of a stopped tracee. */
export function registers(pid: number): Registers {
  withBuffer('getRegs', pid, 0, regs);
  return {
    rdi: regs.readBigUInt64LE(offset.rdi),
    origRax: regs.readBigInt64LE(offset.origRax),
    rip: regs.readBigUInt64LE(offset.rip),
    rsp: regs.readBigUInt64LE(offset.rsp),
  };
}

/**
 * At a seccomp stop or an entry stop: the call is not made, the program sees `result`.
 * seccomp(2), SECCOMP_RET_TRACE: a call number of -1 skips the call.
 */
export function skipCall(pid: number, result: bigint): void {
  withBuffer('getRegs', pid, 0, regs);
  regs.writeBigInt64LE(-1n, offset.origRax);
  regs.writeBigInt64LE(result, offset.rax);
  withBuffer('setRegs', pid, 0, regs);
}

if (koffi.sizeof('uintptr_t') !== 8) throw new Error('live-man traces x86-64 only');
