import type { FlagTable } from './flag-tables.ts';

/** The set bits by name, `A|B`, with what has no name in hexadecimal at the end; `0` for none. */
export function nameFlags(value: bigint, table: FlagTable): string {
  const named = table.filter(([bit]) => (value & bit) !== 0n);
  const rest = named.reduce((left, [bit]) => left & ~bit, value);
  const names = named.map(([, name]) => name);
  return [...names, ...(rest === 0n ? [] : [`0x${rest.toString(16)}`])].join('|') || '0';
}
