import koffi from 'koffi';
import { errnos } from '../uapi/errno-table.ts';
import {
  ptraceOptions,
  ptraceRequests,
  ptraceSyscallInfo,
  siginfo,
  syscallInfoOps,
} from '../uapi/x86-64/ptrace-table.ts';
import { lastErrno, libc, LibcError } from './libc.ts';
import {
  frameIn,
  putArguments,
  putGoingOn,
  registerFileBytes,
  registerPlaces,
  type GoingOn,
} from './registers.ts';

/**
 * ptrace(2), x86-64. Every function throws LibcError, or TraceeGone when the tracee has died in the
 * meantime, which a tracer must expect at any moment (ptrace(2), "Death under ptrace").
 * All calls must come from the thread that seized the tracee.
 */
export class TraceeGone extends Error {}

const call = libc.func('long ptrace(long request, int pid, uintptr_t addr, void *data)');
const callWithNumber = libc.func('ptrace', 'long', ['long', 'int', 'uintptr_t', 'uintptr_t']);

/** Requests by what they do. */
const request = {
  cont: ptraceRequests.PTRACE_CONT,
  getRegs: ptraceRequests.PTRACE_GETREGS,
  setRegs: ptraceRequests.PTRACE_SETREGS,
  detach: ptraceRequests.PTRACE_DETACH,
  syscall: ptraceRequests.PTRACE_SYSCALL,
  getEventMessage: ptraceRequests.PTRACE_GETEVENTMSG,
  getSignalInfo: ptraceRequests.PTRACE_GETSIGINFO,
  seize: ptraceRequests.PTRACE_SEIZE,
  interrupt: ptraceRequests.PTRACE_INTERRUPT,
  listen: ptraceRequests.PTRACE_LISTEN,
  getSyscallInfo: ptraceRequests.PTRACE_GET_SYSCALL_INFO,
  setSignalMask: ptraceRequests.PTRACE_SETSIGMASK,
} as const;

const options =
  // Lets us tell system call stops from SIGTRAP.
  ptraceOptions.PTRACE_O_TRACESYSGOOD |
  ptraceOptions.PTRACE_O_TRACEFORK |
  ptraceOptions.PTRACE_O_TRACEVFORK |
  ptraceOptions.PTRACE_O_TRACECLONE |
  ptraceOptions.PTRACE_O_TRACEEXEC |
  // Reports the exit status before the address space is torn down.
  ptraceOptions.PTRACE_O_TRACEEXIT |
  ptraceOptions.PTRACE_O_TRACESECCOMP |
  // No tracee outlives the tracer.
  ptraceOptions.PTRACE_O_EXITKILL;

/**
 * How a stopped tracee continues: to its next traced event, or stopping at both sides of every call
 * too.
 */
export type Resumption = 'cont' | 'syscall';

function check(result: number, what: string): void {
  if (result !== -1) return;
  const errno = lastErrno();
  if (errno === errnos.ESRCH) throw new TraceeGone(what);
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

/** Leaves a group-stopped tracee stopped, but lets it notice SIGCONT. */
export const listen = (pid: number): void => withNumber('listen', pid, 0);

/** Stops a running tracee. It may be inside a call; most kinds of calls survive that. */
export const interrupt = (pid: number): void => withNumber('interrupt', pid, 0);

export const detach = (pid: number): void => withNumber('detach', pid, 0);

const message = Buffer.alloc(8);
/** The new tracee's pid, the exit status or the former thread id, depending on the event. */
export function eventMessage(pid: number): number {
  withBuffer('getEventMessage', pid, 0, message);
  return Number(message.readBigUInt64LE());
}

const signalInfo = Buffer.alloc(siginfo.bytes);
/** si_code of the signal about to be delivered, which says who sent it; sigaction(2). */
export function signalCode(pid: number): number {
  withBuffer('getSignalInfo', pid, 0, signalInfo);
  return signalInfo.readInt32LE(siginfo.fields.si_code);
}

/** What PTRACE_GET_SYSCALL_INFO returns: struct ptrace_syscall_info, linux/ptrace.h. */
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

const syscallOps = new Map<number, SyscallInfo['op']>([
  [syscallInfoOps.PTRACE_SYSCALL_INFO_ENTRY, 'entry'],
  [syscallInfoOps.PTRACE_SYSCALL_INFO_EXIT, 'exit'],
  [syscallInfoOps.PTRACE_SYSCALL_INFO_SECCOMP, 'seccomp'],
]);
const { bytes: infoBytes, fields: at } = ptraceSyscallInfo;
const info = Buffer.alloc(infoBytes);
const infoView = new DataView(info.buffer, info.byteOffset, infoBytes);
const argumentPlaces = [0, 1, 2, 3, 4, 5].map((index) => at.args + 8 * index);

/** Which call a stopped tracee is in, and at which side of it; PTRACE_GET_SYSCALL_INFO. */
export function syscallInfo(pid: number): SyscallInfo {
  withBuffer('getSyscallInfo', pid, infoBytes, info);
  const op = syscallOps.get(infoView.getUint8(at.op)) ?? 'none';
  const called = op === 'entry' || op === 'seccomp';
  return {
    op,
    arch: infoView.getUint32(at.arch, true),
    instructionPointer: infoView.getBigUint64(at.instruction_pointer, true),
    stackPointer: infoView.getBigUint64(at.stack_pointer, true),
    // The kernel, too, looks at the lower half only.
    nr: called ? infoView.getInt32(at.nr, true) : 0,
    args: called ? argumentPlaces.map((place) => infoView.getBigUint64(place, true)) : [],
    result: op === 'exit' ? infoView.getBigInt64(at.rval, true) : 0n,
  };
}

const signalMask = Buffer.alloc(8);
/** Has a stopped thread block these signals from here on, bit n − 1 for signal n. */
export function setSignalMask(pid: number, mask: bigint): void {
  signalMask.writeBigUInt64LE(mask);
  withBuffer('setSignalMask', pid, signalMask.length, signalMask);
}

const offset = registerPlaces;
const regs = Buffer.alloc(registerFileBytes);

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
    origRax: regs.readBigInt64LE(offset.orig_rax),
    rip: regs.readBigUInt64LE(offset.rip),
    rsp: regs.readBigUInt64LE(offset.rsp),
  };
}

/** The registers that lead from a stopped tracee to its callers, in the order of unwind tables. */
export function frameRegisters(pid: number): bigint[] {
  withBuffer('getRegs', pid, 0, regs);
  return frameIn(regs);
}

/**
 * Skips the call at a seccomp stop or an entry stop: it is not made, and the program sees `result`.
 * seccomp(2), SECCOMP_RET_TRACE: a call number of -1 skips the call.
 */
export function skipCall(pid: number, result: bigint): void {
  withBuffer('getRegs', pid, 0, regs);
  regs.writeBigInt64LE(-1n, offset.orig_rax);
  regs.writeBigInt64LE(result, offset.rax);
  withBuffer('setRegs', pid, 0, regs);
}

/** Changes the first argument of the call at whose seccomp stop a tracee is, or gives it back. */
export function setFirstArgument(pid: number, value: bigint): void {
  withBuffer('getRegs', pid, 0, regs);
  regs.writeBigUInt64LE(value, offset.rdi);
  withBuffer('setRegs', pid, 0, regs);
}

/** Changes all arguments of the call at whose entry or exit a tracee is, or gives them back. */
export function setArguments(pid: number, args: readonly bigint[]): void {
  withBuffer('getRegs', pid, 0, regs);
  putArguments(regs, args);
  withBuffer('setRegs', pid, 0, regs);
}

/** Changes what a thread at the exit of a call goes on with: that call's arguments and result. */
export function setRegisters(pid: number, to: GoingOn): void {
  withBuffer('getRegs', pid, 0, regs);
  putGoingOn(regs, to);
  withBuffer('setRegs', pid, 0, regs);
}

if (koffi.sizeof('uintptr_t') !== 8) throw new Error('live-man traces x86-64 only');
