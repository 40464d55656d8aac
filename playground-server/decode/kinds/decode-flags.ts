import { printValue } from '../../protocol/print-value.ts';
import type { DecodedValue } from '../../protocol/index.ts';
import type { FlagTable } from './flag-table.ts';

/** A set of bits, with the names of those that are set. */
export function decodeFlags(name: string, value: bigint, table: FlagTable): DecodedValue {
  const named = table.filter(([bit]) => (value & bit) !== 0n);
  const rest = named.reduce((left, [bit]) => left & ~bit, value);
  const set = named.map(([, symbol]) => symbol);
  return printValue({ name, kind: 'flags', value: `${value}`, set, rest: `${rest}` });
}
