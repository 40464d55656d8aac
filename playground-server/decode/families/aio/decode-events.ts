import { printValue } from '../../../protocol/print-value.ts';
import type { DecodedValue } from '../../../protocol/index.ts';
import type { Abi } from '../../abi/abi.ts';
import type { BoundedMemory } from '../../bounded-memory.ts';
import type { View } from '../../kinds/argument-kind.ts';
import { decodeData } from '../../kinds/decode-buffer.ts';
import { decodeArray, shownBytes } from '../../kinds/decode-array.ts';
import { decodeErrno } from '../../decode-errno.ts';
import {
  cookieValue,
  numberValue,
  pointerValue,
  structValue,
  unreadableValue,
} from '../../make-value.ts';
import { readStruct, structBytes } from '../../read-struct.ts';
import { readsBook } from './submitted-reads.ts';

export const eventLimit = 64;

/**
 * The events that io_getevents or io_pgetevents has stored; `result` says how many. If the call
 * failed, or has yet to be made (`result` 0), the kernel has stored nothing and only the array's
 * address is shown. The event of a read also carries its data, as the program finds it.
 */
export function decodeEvents(
  name: string,
  address: bigint,
  result: bigint,
  { abi, memory }: View,
): DecodedValue {
  if (result <= 0n || address === 0n) return pointerValue(name, address);
  const layout = abi.structs.ioEvent;
  const elementBytes = structBytes(layout);
  const span = { name, address, count: result, elementBytes, limit: eventLimit };
  const bytes = memory.some(address, shownBytes(span));
  if (bytes === null) return unreadableValue(name, address);
  return decodeArray(span, bytes, (elementName, element) => {
    const event = readStruct(layout, element);
    const data = readData(event, memory);
    return structValue(elementName, [...decodeEvent(event), ...data]);
  });
}

type Event = Record<keyof Abi['structs']['ioEvent'], bigint>;

function decodeEvent({ data, obj, res, res2 }: Event): DecodedValue[] {
  return [
    cookieValue('data', data),
    pointerValue('obj', obj),
    printValue({ name: 'res', kind: 'result', value: `${res}`, errno: decodeErrno(res) }),
    numberValue('res2', res2),
  ];
}

/** What a read brought is in its buffer, not in the event, so the event's text leaves it out. */
function readData({ obj, res }: Event, memory: BoundedMemory) {
  const buffer = memory.noted(readsBook, obj);
  if (buffer === undefined || res <= 0n) return [];
  return [{ ...decodeData('obj->aio_buf', buffer, res, memory), minor: true as const }];
}
