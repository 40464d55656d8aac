import type { DecodedValue } from '../../protocol/index.ts';
import type { Abi } from '../abi/abi.ts';
import type { BoundedMemory } from '../bounded-memory.ts';
import type { Take } from '../capture/capture-plan.ts';

export type Side = 'entry' | 'exit';

/** Where an argument stands, and what it may be captured for. */
export interface ArgumentPlace {
  /** from 0 */
  index: number;
  side: Side;
  abi: Abi;
}

/** A recorded call at one of its sides, as far as an argument may look at it. */
export interface Sight {
  abi: Abi;
  memory: BoundedMemory;
  /** all arguments of the call, as its ABI's registers have them: unsigned */
  registers: readonly bigint[];
  /** what the kernel gave, signed; null at the entry */
  result: bigint | null;
}

/** What is known of an argument: which bytes it leads to, and what they say. Both are pure. */
export interface ArgumentKind {
  /** what decoding needs of the tracee's memory */
  capture?(place: ArgumentPlace): readonly Take[];
  decode(name: string, register: bigint, sight: Sight): DecodedValue;
}
