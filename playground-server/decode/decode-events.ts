import { printValue } from '../protocol/print-value.ts';
import type { DecodedValue } from '../protocol/index.ts';
import { ioEventLayout } from './aio-structs.ts';
import type { BoundedMemory } from './bounded-memory.ts';
import { decodeData } from './decode-buffer.ts';
import { decodeArray, shownBytes } from './decode-array.ts';
import { decodeErrno } from './decode-errno.ts';
import {
  cookieValue,
  numberValue,
  pointerValue,
  structValue,
  unreadableValue,
} from './decoded-value.ts';
import { readStruct, structBytes } from './read-struct.ts';

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
  memory: BoundedMemory,
): DecodedValue {
  if (result <= 0n || address === 0n) return pointerValue(name, address);
  const elementBytes = structBytes(ioEventLayout);
  const span = { name, address, count: result, elementBytes, limit: eventLimit };
  const bytes = memory.some(address, shownBytes(span));
  if (bytes === null) return unreadableValue(name, address);
  return decodeArray(span, bytes, (elementName, element) => {
    const event = readStruct(ioEventLayout, element);
    const data = readData(event, memory);
    return structValue(elementName, [...decodeEvent(event), ...data]);
  });
}

type Event = Record<keyof typeof ioEventLayout, bigint>;

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
  const buffer = memory.noted('reads', obj);
  if (buffer === undefined || res <= 0n) return [];
  return [{ ...decodeData('obj->aio_buf', buffer, res, memory), minor: true as const }];
}
