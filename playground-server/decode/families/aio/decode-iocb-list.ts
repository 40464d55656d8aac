import type { DecodedValue } from '../../../protocol/index.ts';
import type { View } from '../../kinds/argument-kind.ts';
import { decodeArray, shownBytes } from '../../kinds/decode-array.ts';
import { decodeIocb } from './decode-iocb.ts';
import { pointerValue, unreadableValue } from '../../make-value.ts';
import { readWord } from '../../read-struct.ts';

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
  view: View,
): DecodedValue {
  if (nr <= 0n || address === 0n) return pointerValue(name, address);
  const span = { name, address, count: nr, elementBytes: view.abi.wordBytes, limit: iocbLimit };
  const bytes = view.memory.some(address, shownBytes(span));
  if (bytes === null) return unreadableValue(name, address);
  return decodeArray(span, bytes, (elementName, element) =>
    decodeIocb(elementName, readWord(element, view.abi), view),
  );
}
