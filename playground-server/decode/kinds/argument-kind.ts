import type { DecodedValue } from '../../protocol/index.ts';
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

/** A kind of argument: which bytes it leads to, and what they mean. Both functions are pure. */
export interface ArgumentKind {
  /** what decoding needs from the tracee's memory */
  capture?(place: ArgumentPlace): readonly Take[];
  decode(name: string, register: bigint, sight: Sight): DecodedValue;
}
