import type { DecodedValue } from '../protocol/index.ts';
import { ioEventLayout } from './aio-structs.ts';
import type { BoundedMemory } from './bounded-memory.ts';
import { decodeArray, shownBytes } from './decode-array.ts';
import { decodeErrno } from './decode-errno.ts';
import {
  cookieValue,
  numberValue,
  pointerValue,
  structText,
  unreadableValue,
} from './decoded-value.ts';
import { readStruct, structBytes } from './read-struct.ts';

const eventLimit = 64;

/**
 * The events that io_getevents or io_pgetevents has stored: `result` many. When the call failed, or
 * is yet to be made (`result` 0), the array holds nothing of the kernel's and only its address is
 * shown.
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
  return decodeArray(span, bytes, decodeEvent);
}

function decodeEvent(name: string, bytes: Uint8Array): DecodedValue {
  const event = readStruct(ioEventLayout, bytes);
  const errno = decodeErrno(event.res);
  const fields = [
    cookieValue('data', event.data),
    pointerValue('obj', event.obj),
    numberValue('res', event.res, errno === null ? undefined : `${event.res} ${errno.name}`),
    numberValue('res2', event.res2),
  ];
  return { name, text: structText(fields), fields };
}
