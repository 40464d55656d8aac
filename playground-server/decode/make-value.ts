import { printValue } from '../protocol/print-value.ts';
import type { DecodedValue, DecodedValueOf } from '../protocol/index.ts';

/** An address in the form in which it is sent. */
export const hexOf = (address: bigint): string => `0x${address.toString(16)}`;

/** A plain number. */
export const numberValue = (name: string, value: bigint): DecodedValue =>
  printValue({ name, kind: 'number', value: `${value}` });

/** The number that a program chose as its cookie: decimal if small, otherwise likely a pointer. */
export function cookieValue(name: string, value: bigint): DecodedValue {
  const base = value < 2n ** 32n ? undefined : 'hex';
  return printValue({ name, kind: 'number', value: `${value}`, ...(base && { base }) });
}

/** A number with its name; without one it remains a plain number. */
export const constantValue = (name: string, value: bigint, symbol?: string): DecodedValue =>
  symbol === undefined
    ? numberValue(name, value)
    : printValue({ name, kind: 'constant', value: `${value}`, symbol });

/** A file descriptor, signed, because people write −1 and want to see it; `path`: what it is open on. */
export const descriptorValue = (name: string, value: bigint, path?: string): DecodedValue =>
  printValue({ name, kind: 'descriptor', value: `${value}`, ...(path !== undefined && { path }) });

/** An aio_context_t: the address of its ring, but 0 is "no context", not a null pointer. */
export const handleValue = (name: string, handle: bigint): DecodedValue =>
  printValue({ name, kind: 'handle', handle: hexOf(handle) });

/** A pointer whose target is not shown. */
export const pointerValue = (name: string, address: bigint): DecodedValue =>
  addressValue(name, address, 'unseen');

/** A pointer whose target should be shown but cannot be read; NULL explains itself. */
export const unreadableValue = (name: string, address: bigint): DecodedValue =>
  addressValue(name, address, 'unreadable');

function addressValue(name: string, address: bigint, target: 'unseen' | 'unreadable') {
  const seen = address === 0n ? 'null' : target;
  return printValue({ name, kind: 'address', address: hexOf(address), target: seen });
}

/** A pointer to one value, which is shown after it. */
export const pointerTo = (name: string, address: bigint, target: DecodedValue): DecodedValue =>
  printValue({ name, kind: 'address', address: hexOf(address), target: 'shown', fields: [target] });

/** A structure, with its `address` if it was reached through a pointer. */
export const structValue = (
  name: string,
  fields: DecodedValue[],
  address?: bigint,
): DecodedValueOf<'struct'> =>
  printValue({
    name,
    kind: 'struct',
    ...(address !== undefined && { address: hexOf(address) }),
    fields,
  });
