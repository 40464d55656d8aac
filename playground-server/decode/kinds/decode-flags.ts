import { printValue } from '../../protocol/print-value.ts';
import type { DecodedValue } from '../../protocol/index.ts';
import type { FlagTable } from './flag-table.ts';

/** A set of bits, with the names of those that are set. */
export const decodeFlags = (name: string, value: bigint, table: FlagTable): DecodedValue =>
  flagsValue(name, value, value, table, []);

/** A number in the lower bits, which has a name, and flags in the others: `O_RDWR|O_CREAT`. */
export function decodeChoice(
  name: string,
  value: bigint,
  choices: ReadonlyMap<bigint, string>,
  mask: bigint,
  table: FlagTable,
): DecodedValue {
  const symbol = choices.get(value & mask);
  return symbol === undefined
    ? decodeFlags(name, value, table)
    : flagsValue(name, value, value & ~mask, table, [symbol]);
}

function flagsValue(
  name: string,
  value: bigint,
  bits: bigint,
  table: FlagTable,
  before: readonly string[],
): DecodedValue {
  let rest = bits;
  // Some names stand for several bits, one of which has a name of its own: O_SYNC, O_TMPFILE.
  const named = [...table].reverse().filter(([bit]) => {
    const isSet = (rest & bit) === bit;
    if (isSet) rest &= ~bit;
    return isSet;
  });
  const set = [...before, ...named.reverse().map(([, symbol]) => symbol)];
  return printValue({ name, kind: 'flags', value: `${value}`, set, rest: `${rest}` });
}
