import type { DecodedValue, Ring } from '../../protocol/index.ts';
import type { Abi } from '../abi/abi.ts';
import type { BoundedMemory } from '../bounded-memory.ts';
import type { Take } from '../capture/capture-plan.ts';

export type Side = 'entry' | 'exit';

/** The position of an argument, and the side for which it is captured. */
export interface ArgumentPlace {
  /** from 0 */
  index: number;
  side: Side;
  abi: Abi;
}

/** What lies behind a pointer, and how to read it. */
export interface View {
  abi: Abi;
  memory: BoundedMemory;
}

/** What an argument may use of a recorded call, at one of its sides. */
export interface Sight extends View {
  /** all arguments of the call as held in its ABI's registers: unsigned */
  registers: readonly bigint[];
  /** the kernel's result, signed; null at the entry */
  result: bigint | null;
}

/** A kind of argument: which bytes it leads to, and what they mean. All functions are pure. */
export interface ArgumentKind {
  /** what decoding needs from the tracee's memory */
  capture?(place: ArgumentPlace): readonly Take[];
  /** The program gives it, and it is told at the exit as it was at the entry. */
  isGiven?: true;
  /**
   * It is told at the exit as it was at the entry unless what it leads to has changed in between, and
   * says nothing of the result.
   */
  isReread?: true;
  /** It is an open file of the program, which may be named. */
  isDescriptor?: true;
  /** whether the call has this argument at all, which others may decide */
  isThere?(registers: readonly bigint[]): boolean;
  decode(name: string, register: bigint, sight: Sight): DecodedValue;
  /** The ring of the context that it names; null if it names none, or none that can be read. */
  ring?: (register: bigint, view: View) => Ring | null;
}

/** An argument that a call has only if others are so. */
export const onlyIf = (
  isThere: NonNullable<ArgumentKind['isThere']>,
  kind: ArgumentKind,
): ArgumentKind => ({ ...kind, isThere });
