import type { DecodedValue } from '../protocol/index.ts';

/** A plain number. `text` replaces the decimal where a name or another base reads better. */
export function numberValue(name: string, value: bigint, text = `${value}`): DecodedValue {
  return { name, text, value: `${value}` };
}

/** The number that a program chose as its cookie: a small one as decimal, else likely a pointer. */
export function cookieValue(name: string, value: bigint): DecodedValue {
  return numberValue(name, value, value < 2n ** 32n ? `${value}` : formatAddress(value));
}

/** An address as C prints it; its decimal form is of no use to anyone. */
export function formatAddress(address: bigint): string {
  return address === 0n ? 'NULL' : `0x${address.toString(16)}`;
}

/** A pointer whose target is not shown. */
export function pointerValue(name: string, address: bigint): DecodedValue {
  return { name, text: formatAddress(address) };
}

/** A pointer whose target should be shown and cannot be read; NULL says so by itself. */
export function unreadableValue(name: string, address: bigint): DecodedValue {
  const text = formatAddress(address);
  return { name, text: address === 0n ? text : `${text} (unreadable)` };
}

/** A structure as a designated initialiser reads: `{tv_sec = 1, tv_nsec = 0}`. */
export function structText(fields: readonly DecodedValue[]): string {
  return `{${fields.map(({ name, text }) => `${name} = ${text}`).join(', ')}}`;
}
