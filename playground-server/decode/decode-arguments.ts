import { named } from '../protocol/decoded-fields.ts';
import type { DecodedValue, Ring } from '../protocol/index.ts';
import type { Abi } from './abi/abi.ts';
import { boundMemory } from './bounded-memory.ts';
import type { Captured } from './capture/captured.ts';
import { isUnchanged } from './capture/is-unchanged.ts';
import { cookieValue } from './make-value.ts';
import { rowOf } from './families/shown-calls.ts';
import type { ArgumentKind, Sight } from './kinds/argument-kind.ts';
import type { CallRow } from './families/family.ts';

/** One side of a call, as recorded. */
export interface RecordedSide {
  name: string;
  /** registers in the order of the call */
  args: readonly bigint[];
  /** the kernel's result, signed 64-bit; null at the entry */
  result: bigint | null;
  captured: Captured;
}

/** What the beginning of a call showed. */
export interface AtEntry {
  arguments: readonly DecodedValue[];
  captured: Captured;
}

/** What the end of a call shows. */
export interface DecodedExit {
  arguments: DecodedValue[];
  /** of the context that the call is about; null if it is about none, or none that can be read */
  ring: Ring | null;
}

/**
 * Names the arguments of a call and decodes what they point to; those of a call without a row are
 * numbered. Whatever the record holds, never throws and expands at most 64 iocbs or events.
 */
export function decodeArguments(side: RecordedSide, abi: Abi): DecodedValue[] {
  const row = rowOf(side.name);
  return row
    ? argumentsOf(row, sightOf(side, row, abi), () => undefined)
    : side.args.map(rawArgument);
}

/**
 * Likewise at the end of a call, together with the ring.
 * @param atEntry what a program gave may be gone by now, and what has not changed need not be decoded
 * again
 */
export function decodeExit(side: RecordedSide, abi: Abi, atEntry: AtEntry): DecodedExit {
  const row = rowOf(side.name);
  if (!row) return { arguments: side.args.map(rawArgument), ring: null };
  const sight = sightOf(side, row, abi);
  const ringAt = ringIndex(row);
  const isStill = () =>
    isUnchanged(side.captured, atEntry.captured, sight.registers[ringAt] ?? null);
  const kept: Kept = (name, { isGiven, isReread }) =>
    isGiven || (isReread && isStill()) ? named(atEntry.arguments, name) : undefined;
  return { arguments: argumentsOf(row, sight, kept), ring: ringOf(row, ringAt, sight) };
}

/** The value of an argument that need not be decoded. */
type Kept = (name: string, kind: ArgumentKind) => DecodedValue | undefined;

function argumentsOf(row: CallRow, sight: Sight, kept: Kept): DecodedValue[] {
  const { registers } = sight;
  return row.args.flatMap(([argument, kind], index) => {
    if (kind.isThere?.(registers) === false) return [];
    return [kept(argument, kind) ?? kind.decode(argument, registers[index] ?? 0n, sight)];
  });
}

/** Which argument names a context that has a ring; −1 if none does. */
const ringIndex = ({ args }: CallRow): number =>
  args.findIndex(([, { ring }]) => ring !== undefined);

const ringOf = ({ args }: CallRow, at: number, sight: Sight): Ring | null =>
  args[at]?.[1].ring?.(sight.registers[at] ?? 0n, sight) ?? null;

function sightOf({ args, result, captured }: RecordedSide, row: CallRow, abi: Abi): Sight {
  const bits = abi.wordBytes * 8;
  const registers = row.args.map((_, index) => BigInt.asUintN(bits, args[index] ?? 0n));
  return { abi, memory: boundMemory(captured), registers, result };
}

/** A register of unknown meaning: a small number is shown in decimal, others as likely pointers. */
const rawArgument = (register: bigint, index: number): DecodedValue =>
  cookieValue(`arg${index + 1}`, register);
