import { printValue } from '../../protocol/print-value.ts';
import type { DecodedValue } from '../../protocol/index.ts';
import type { BoundedMemory } from '../bounded-memory.ts';
import { shownBufferBytes } from '../capture/takes.ts';
import type { View } from './argument-kind.ts';
import { decodeArray, shownBytes } from './decode-array.ts';
import { hexOf, numberValue, pointerValue, structValue, unreadableValue } from '../make-value.ts';
import { readStruct, structBytes } from '../read-struct.ts';

/** The kernel keeps eight on its own stack; twice that is more than any example needs. */
export const iovecLimit = 16;

/** Data about to be written, or just read, with its first bytes: `0x7ffe… "hello"`. */
export function decodeData(
  name: string,
  address: bigint,
  lengthBytes: bigint,
  memory: BoundedMemory,
): DecodedValue {
  const pointer = pointerValue(name, address);
  if (address === 0n || lengthBytes === 0n) return pointer;
  const wanted = Math.min(shownBufferBytes, Number(lengthBytes));
  const bytes = memory.buffer(address, wanted);
  if (bytes === 'spent') return pointer;
  if (bytes === null) return unreadableValue(name, address);
  return printValue({
    name,
    kind: 'bytes',
    address: hexOf(address),
    bytes: Buffer.from(bytes).toString('hex'),
    lengthBytes: `${lengthBytes}`,
    ...(bytes.length < wanted && { cut: true as const }),
  });
}

/** The iovec array of PREADV and PWRITEV, with the data only if it is about to be written. */
export function decodeIovecs(
  name: string,
  address: bigint,
  count: bigint,
  data: boolean,
  { abi, memory }: View,
): DecodedValue {
  if (address === 0n || count === 0n) return pointerValue(name, address);
  const layout = abi.structs.iovec;
  const elementBytes = structBytes(layout);
  const span = { name, address, count, elementBytes, limit: iovecLimit };
  const bytes = memory.buffer(address, shownBytes(span));
  if (bytes === 'spent') return pointerValue(name, address);
  if (bytes === null) return unreadableValue(name, address);
  return decodeArray(span, bytes, (elementName, element) => {
    const { iov_base: base, iov_len: length } = readStruct(layout, element);
    const start = data
      ? decodeData('iov_base', base, length, memory)
      : pointerValue('iov_base', base);
    return structValue(elementName, [start, numberValue('iov_len', length)]);
  });
}
