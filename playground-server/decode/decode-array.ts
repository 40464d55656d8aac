import type { DecodedValue } from '../protocol/index.ts';
import { unreadableValue } from './decoded-value.ts';

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

/** Elements in the text of the whole array; the fields hold all that are shown. */
const textElements = 4;

/** How many bytes of the array are worth reading. */
export function shownBytes({ count, elementBytes, limit }: ArraySpan): number {
  return Math.min(limit, Number(count)) * elementBytes;
}

/**
 * Decodes what `bytes` holds of an array: `[first, second, … and 7 more]`. Bytes may end early, at
 * an unreadable page: the first element that is not whole is then shown as unreadable and is the
 * last.
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
  if (bytes.length < shownBytes(span)) {
    const at = BigInt.asUintN(64, address + BigInt(readable * elementBytes));
    fields.push(unreadableValue(`${name}[${readable}]`, at));
    return { name, text: arrayText(fields, BigInt(fields.length)), fields };
  }
  const more = count - BigInt(readable);
  const text = arrayText(fields, count);
  return { name, text, fields: more > 0n ? [...fields, rest(more)] : fields };
}

function rest(more: bigint): DecodedValue {
  return { name: '…', text: `… and ${more} more` };
}

function arrayText(fields: readonly DecodedValue[], count: bigint): string {
  const texts = fields.slice(0, textElements).map(({ text }) => text);
  const more = count - BigInt(texts.length);
  return `[${[...texts, ...(more > 0n ? [rest(more).text] : [])].join(', ')}]`;
}
