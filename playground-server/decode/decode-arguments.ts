import { named, type DecodedValue, type Ring } from '../protocol/index.ts';
import type { Abi } from './abi/abi.ts';
import { boundMemory } from './bounded-memory.ts';
import type { Captured } from './capture/captured.ts';
import { cookieValue } from './make-value.ts';
import { rowOf } from './families/shown-calls.ts';
import type { Sight } from './kinds/argument-kind.ts';
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

/**
 * Names the arguments of a call and decodes what they point to; those of a call without a row are
 * numbered. Whatever the record holds, never throws and expands at most 64 iocbs or events.
 * @param atEntry what they were at the entry: what a program gave may be gone at the exit
 */
export function decodeArguments(
  side: RecordedSide,
  abi: Abi,
  atEntry: readonly DecodedValue[] = [],
): DecodedValue[] {
  const row = rowOf(side.name);
  if (!row) return side.args.map(rawArgument);
  const sight = sightOf(side, row, abi);
  const { registers } = sight;
  return row.args.flatMap(([argument, kind], index) => {
    if (kind.isThere?.(registers) === false) return [];
    const given = kind.isGiven ? named(atEntry, argument) : undefined;
    return [given ?? kind.decode(argument, registers[index] ?? 0n, sight)];
  });
}

/** The ring of the context that a call is about; null if it is about none. Never throws. */
export function decodeRing(side: RecordedSide, abi: Abi): Ring | null {
  const row = rowOf(side.name);
  const at = row?.args.findIndex(([, { ring }]) => ring !== undefined) ?? -1;
  if (!row || at < 0) return null;
  const sight = sightOf(side, row, abi);
  return row.args[at]?.[1].ring?.(sight.registers[at] ?? 0n, sight) ?? null;
}

function sightOf({ args, result, captured }: RecordedSide, row: CallRow, abi: Abi): Sight {
  const bits = abi.wordBytes * 8;
  const registers = row.args.map((_, index) => BigInt.asUintN(bits, args[index] ?? 0n));
  return { abi, memory: boundMemory(captured), registers, result };
}

/** A register of unknown meaning: a small number is shown in decimal, others as likely pointers. */
const rawArgument = (register: bigint, index: number): DecodedValue =>
  cookieValue(`arg${index + 1}`, register);
