import type { DecodedValue } from '../protocol/index.ts';
import type { BoundedMemory } from './bounded-memory.ts';
import { decodeArray, shownBytes } from './decode-array.ts';
import { decodeIocb } from './decode-iocb.ts';
import { pointerValue, unreadableValue } from './decoded-value.ts';

/** More operations in one call than any example makes; the kernel takes as many as it has slots. */
export const iocbLimit = 64;

/**
 * The array of pointers to iocbs that io_submit takes. With nr ≤ 0 the kernel does not read it, and
 * it is not decoded here either.
 */
export function decodeIocbList(
  name: string,
  address: bigint,
  nr: bigint,
  memory: BoundedMemory,
): DecodedValue {
  if (nr <= 0n || address === 0n) return pointerValue(name, address);
  const span = { name, address, count: nr, elementBytes: 8, limit: iocbLimit };
  const bytes = memory.some(address, shownBytes(span));
  if (bytes === null) return unreadableValue(name, address);
  return decodeArray(span, bytes, (elementName, element) => {
    const view = new DataView(element.buffer, element.byteOffset, element.byteLength);
    return decodeIocb(elementName, view.getBigUint64(0, true), memory);
  });
}
