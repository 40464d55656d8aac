import { registers as registerFile } from '../uapi/x86-64/ptrace-table.ts';

/** Reads and changes `struct user_regs_struct`, the registers of a stopped thread; sys/user.h. */
export type RegisterFile = Buffer;

export const { bytes: registerFileBytes, fields: registerPlaces } = registerFile;

/** Those that unwind tables number, by their number, then RIP (System V ABI x86-64, 3.6.2). */
const unwindOrder = [
  ...(['rax', 'rdx', 'rcx', 'rbx', 'rsi', 'rdi', 'rbp', 'rsp'] as const),
  ...(['r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15', 'rip'] as const),
].map((name) => registerPlaces[name]);

/** Of the arguments of a call, in their order; syscall(2). */
export const argumentPlaces = (['rdi', 'rsi', 'rdx', 'r10', 'r8', 'r9'] as const).map(
  (name) => registerPlaces[name],
);

/** What leads from a stopped thread to its callers, in the order of unwind tables. */
export const frameIn = (regs: RegisterFile): bigint[] => wordsAt(regs, unwindOrder);

export const argumentsIn = (regs: RegisterFile): bigint[] => wordsAt(regs, argumentPlaces);

/** Words of 64 bits at these offsets. A view reads them several times faster than a Buffer. */
function wordsAt(bytes: Uint8Array, places: readonly number[]): bigint[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return places.map((place) => view.getBigUint64(place, true));
}

/** What a thread at the exit of a call goes on with. */
export interface GoingOn {
  args: readonly bigint[];
  result: bigint;
  instructionPointer: bigint;
}

export const putArguments = (regs: RegisterFile, args: readonly bigint[]): void =>
  argumentPlaces.forEach((place, index) =>
    regs.writeBigUInt64LE(BigInt.asUintN(64, args[index] ?? 0n), place),
  );

/** Changes what a thread at the exit of a call goes on with. */
export function putGoingOn(regs: RegisterFile, to: GoingOn): void {
  putArguments(regs, to.args);
  regs.writeBigInt64LE(to.result, registerPlaces.rax);
  regs.writeBigUInt64LE(to.instructionPointer, registerPlaces.rip);
}
