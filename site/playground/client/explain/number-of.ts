import type { DecodedValue } from '../../../../playground-server/protocol/index.ts';

/** The number that a value is, or a pointer's address. Null for a value with several parts. */
export function numberOf(value: DecodedValue): bigint | null {
  switch (value.kind) {
    case 'number':
    case 'constant':
    case 'flags':
    case 'result':
    case 'descriptor':
      return BigInt(value.value);
    case 'handle':
      return BigInt(value.handle);
    case 'address':
    case 'bytes':
      return BigInt(value.address);
    default:
      return null;
  }
}
