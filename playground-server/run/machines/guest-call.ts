import type { Captured, CapturedRange } from '../../decode/capture/captured.ts';
import { syscallName } from '../../decode/syscall-name.ts';
import {
  argumentsIn,
  putGoingOn,
  registerPlaces,
  type GoingOn,
  type RegisterFile,
} from '../../linux/registers.ts';
import { noRuling, type Ruling } from '../../tracer/answers/answer-rules.ts';
import { shortened } from '../../tracer/answers/shorten-call.ts';
import type { RawExit } from '../../tracer/trace-event.ts';
import { timeLeft, type Repeatable } from '../../tracer/wait-again.ts';
import { ptraceRequests } from '../../uapi/x86-64/ptrace-table.ts';
import type { Stopped } from './agent-record.ts';
import { step, type Step } from './steps.ts';

/** A call between its two sides. */
export interface GuestCall extends Repeatable {
  /** number within the run */
  number: number;
  /** on the machine's clock; null until it has returned */
  enteredNs: bigint | null;
  /** at its entry */
  captured: Captured;
  /** what was captured when it returned, before it was made again */
  collectedParts: readonly CapturedRange[];
  ruling: Ruling;
}

/** A call that is to be made again, by the kernel or by us, unless a handler runs first. */
export interface OpenCall {
  call: GuestCall;
  by: 'kernel' | 'server';
  /** what the program is told of it if a handler runs */
  exit: RawExit;
}

export function guestCall(number: number, { registers, captured }: Stopped): GuestCall {
  const nr = Number(registers.readBigInt64LE(registerPlaces.orig_rax));
  const name = syscallName(nr);
  const args = argumentsIn(registers);
  return {
    ...{ number, nr, captured, name, args, asked: args, ruling: noRuling },
    instructionPointer: registers.readBigUInt64LE(registerPlaces.rip),
    stackPointer: registers.readBigUInt64LE(registerPlaces.rsp),
    collected: null,
    enteredNs: null,
    collectedParts: [],
  };
}

/** Has a call be answered by rule. */
export function rule(call: GuestCall, ruling: Ruling): void {
  call.ruling = ruling;
  if (ruling.most !== null) call.asked = shortened(call.name, call.args, ruling.most);
}

export const resultIn = (registers: RegisterFile): bigint =>
  registers.readBigInt64LE(registerPlaces.rax);

/** Whether it is that very call, made again, maybe by the kernel; restart_syscall(2). */
export const isSameCall = (a: GuestCall, { registers }: Stopped): boolean =>
  (a.nr === numberIn(registers) || isContinuation(registers)) &&
  a.instructionPointer === registers.readBigUInt64LE(registerPlaces.rip);

export const isContinuation = (registers: RegisterFile): boolean =>
  syscallName(numberIn(registers)) === 'restart_syscall';

const numberIn = (registers: RegisterFile): number =>
  Number(registers.readBigInt64LE(registerPlaces.orig_rax));

export const setRegisters = (pid: number, registers: RegisterFile): Step =>
  step('ptrace', ptraceRequests.PTRACE_SETREGS, pid, 0, registers);

/** Has a thread at the exit of a call go on otherwise. */
export function goOnWith({ pid, registers }: Stopped, to: GoingOn): Step[] {
  putGoingOn(registers, to);
  return [setRegisters(pid, registers)];
}

/** A call number of -1 skips the call: seccomp(2). Its result has to be set at both of its sides. */
export function skipped({ pid, registers }: Stopped, errno: number): Step[] {
  registers.writeBigInt64LE(-1n, registerPlaces.orig_rax);
  registers.writeBigInt64LE(BigInt(-errno), registerPlaces.rax);
  return [setRegisters(pid, registers)];
}

/** What is left of a timeout, with what puts it there; null if it is not known. */
export function lentTimeout(
  pid: number,
  call: GuestCall,
  elapsedNs: bigint,
): { argument: bigint | null; steps: Step[] } | null {
  const { ranges } = call.captured;
  const left = timeLeft(
    call,
    elapsedNs,
    (at) => ranges.find(({ address }) => address === at)?.bytes,
  );
  if (left === null) return null;
  const { argument, memory } = left;
  if (memory === null) return { argument, steps: [] };
  const { address, bytes } = memory;
  const pieces = [
    [bytes, bytes.length],
    [address, bytes.length],
  ] as const;
  return { argument, steps: [step('process_vm_writev', pid, pieces[0], 1, pieces[1], 1, 0)] };
}

/** Joins what several returns of one call have captured, where one part ends and the next begins. */
export function joined(parts: readonly CapturedRange[], captured: Captured): Captured {
  const ranges = captured.ranges.map((range) =>
    parts.reduceRight(
      (last, part) =>
        part.address + BigInt(part.bytes.length) === last.address
          ? {
              address: part.address,
              length: part.bytes.length + last.length,
              bytes: Buffer.concat([part.bytes, last.bytes]),
            }
          : last,
      range,
    ),
  );
  return { ...captured, ranges };
}
