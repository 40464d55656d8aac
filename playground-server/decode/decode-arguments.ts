import { named, type DecodedValue } from '../protocol/index.ts';
import type { Abi } from './abi/abi.ts';
import { boundMemory } from './bounded-memory.ts';
import type { Captured } from './capture/captured.ts';
import { cookieValue } from './make-value.ts';
import { rowOf } from './families/shown-calls.ts';

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
  { name, args, result, captured }: RecordedSide,
  abi: Abi,
  atEntry: readonly DecodedValue[] = [],
): DecodedValue[] {
  const row = rowOf(name);
  if (!row) return args.map(rawArgument);
  const bits = abi.wordBytes * 8;
  const registers = row.args.map((_, index) => BigInt.asUintN(bits, args[index] ?? 0n));
  const sight = { abi, memory: boundMemory(captured), registers, result };
  return row.args.flatMap(([argument, kind], index) => {
    if (kind.isThere?.(registers) === false) return [];
    const given = kind.isGiven ? named(atEntry, argument) : undefined;
    return [given ?? kind.decode(argument, registers[index] ?? 0n, sight)];
  });
}

/** A register of unknown meaning: a small number is shown in decimal, others as likely pointers. */
const rawArgument = (register: bigint, index: number): DecodedValue =>
  cookieValue(`arg${index + 1}`, register);
