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
  structText,
  unreadableValue,
} from './decoded-value.ts';
import { readStruct, structBytes } from './read-struct.ts';
import type { SubmittedReads } from './submitted-reads.ts';

const eventLimit = 64;

/**
 * The events that io_getevents or io_pgetevents has stored: `result` many. When the call failed, or
 * is yet to be made (`result` 0), the array holds nothing of the kernel's and only its address is
 * shown. An event of a read also carries the data that has come, as the program finds it.
 */
export function decodeEvents(
  name: string,
  address: bigint,
  result: bigint,
  memory: BoundedMemory,
  reads: SubmittedReads,
): DecodedValue {
  if (result <= 0n || address === 0n) return pointerValue(name, address);
  const elementBytes = structBytes(ioEventLayout);
  const span = { name, address, count: result, elementBytes, limit: eventLimit };
  const bytes = memory.some(address, shownBytes(span));
  if (bytes === null) return unreadableValue(name, address);
  return decodeArray(span, bytes, (elementName, element) => {
    const event = readStruct(ioEventLayout, element);
    const decoded = decodeEvent(elementName, event);
    const buffer = reads.bufferOf(event.obj);
    if (buffer === undefined || event.res <= 0n) return decoded;
    const data = decodeData('obj->aio_buf', buffer, event.res, memory);
    return { ...decoded, fields: [...decoded.fields, data] };
  });
}

type Event = Record<keyof typeof ioEventLayout, bigint>;

function decodeEvent(name: string, event: Event) {
  const errno = decodeErrno(event.res);
  const fields = [
    cookieValue('data', event.data),
    pointerValue('obj', event.obj),
    numberValue('res', event.res, errno === null ? undefined : `${event.res} ${errno.name}`),
    numberValue('res2', event.res2),
  ];
  return { name, text: structText(fields), fields };
}
