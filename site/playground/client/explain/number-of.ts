import type { DecodedValue } from '../../../../playground-server/protocol/index.ts';

const address = /^0x[0-9a-f]+/;

/** The number behind a decoded value: its own, or the address it begins with; null without one. */
export function numberOf({ value, text }: DecodedValue): bigint | null {
  if (value !== undefined) return BigInt(value);
  if (text === 'NULL' || text === '0') return 0n;
  const [found] = address.exec(text) ?? [];
  return found === undefined ? null : BigInt(found);
}

/** The address that a pointer holds, as text that two rows of a tape can be compared by. */
export const addressOf = ({ text }: DecodedValue): string => address.exec(text)?.[0] ?? text;
