import { printValue } from '../../protocol/print-value.ts';
import type { DecodedValue } from '../../protocol/index.ts';
import { hexOf, unreadableValue } from '../make-value.ts';

/**
 * An array in the tracee: `count` elements of `elementBytes`, of which at most `limit` are shown.
 */
export interface ArraySpan {
  name: string;
  address: bigint;
  count: bigint;
  elementBytes: number;
  limit: number;
}

/** How many bytes of the array need to be read. */
export function shownBytes({ count, elementBytes, limit }: ArraySpan): number {
  return Math.min(limit, Number(count)) * elementBytes;
}

/**
 * Decodes an array from `bytes`: `[first, second, … and 7 more]`. The bytes may end early, at an
 * unreadable page; then the first incomplete element is shown as unreadable, and is the last.
 */
export function decodeArray(
  span: ArraySpan,
  bytes: Uint8Array,
  decodeElement: (name: string, element: Uint8Array) => DecodedValue,
): DecodedValue {
  const { name, address, count, elementBytes } = span;
  const readable = Math.floor(bytes.length / elementBytes);
  const fields = Array.from({ length: readable }, (_, index) => {
    const at = index * elementBytes;
    return decodeElement(`${name}[${index}]`, bytes.subarray(at, at + elementBytes));
  });
  const isTorn = bytes.length < shownBytes(span);
  if (isTorn) {
    const at = BigInt.asUintN(64, address + BigInt(readable * elementBytes));
    fields.push(unreadableValue(`${name}[${readable}]`, at));
  }
  return printValue({
    name,
    kind: 'array',
    address: hexOf(address),
    count: `${count}`,
    leftOut: isTorn ? '0' : `${count - BigInt(readable)}`,
    fields,
  });
}
