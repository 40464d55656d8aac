import { printValue } from '../../protocol/print-value.ts';
import { addressHere, addressIn } from '../capture/takes.ts';
import type { DecodedValue } from '../../protocol/index.ts';
import type { BoundedMemory } from '../bounded-memory.ts';
import { decodeArray } from './decode-array.ts';
import { hexOf, pointerValue, unreadableValue } from '../make-value.ts';
import { readWord } from '../read-struct.ts';
import type { ArgumentKind } from './argument-kind.ts';

/** A path of a program's own has a dozen; the kernel takes 4096 (PATH_MAX). */
const pathBytes = 256;
const wordBytes = 64;
const mostWords = 16;

/** A C string that a program gives, such as a path. */
export const text: ArgumentKind = {
  isGiven: true,
  capture: ({ index, side, abi }) =>
    side === 'entry' ? [{ at: addressIn(index, abi), elementBytes: 1, count: pathBytes }] : [],
  decode: (name, address, { memory }) => decodeText(name, address, pathBytes, memory),
};

/** Pointers to C strings, up to a null pointer: what execve(2) takes. */
export const texts: ArgumentKind = {
  isGiven: true,
  capture: ({ index, side, abi }) =>
    side === 'entry'
      ? [
          {
            at: addressIn(index, abi),
            elementBytes: abi.wordBytes,
            count: mostWords,
            each: [{ at: addressHere(abi), elementBytes: 1, count: wordBytes }],
          },
        ]
      : [],
  decode(name, address, { memory, abi }) {
    const list = memory.some(address, mostWords * abi.wordBytes);
    if (address === 0n || list === null) return unreadableValue(name, address);
    const end = endOf(list, abi.wordBytes);
    const span = { name, address, elementBytes: abi.wordBytes, limit: mostWords };
    const shown = list.subarray(0, end * abi.wordBytes);
    return decodeArray({ ...span, count: BigInt(end) }, shown, (elementName, element) =>
      decodeText(elementName, readWord(element, abi), wordBytes, memory),
    );
  },
};

/** How many words precede the first that is zero. */
function endOf(list: Uint8Array, bytes: number): number {
  const words = Math.floor(list.length / bytes);
  for (let at = 0; at < words; at++)
    if (list.subarray(at * bytes, (at + 1) * bytes).every((byte) => byte === 0)) return at;
  return words;
}

/** What is at an address up to a zero byte, or the first of it. */
export function decodeText(
  name: string,
  address: bigint,
  mostBytes: number,
  memory: BoundedMemory,
): DecodedValue {
  if (address === 0n) return pointerValue(name, address);
  const bytes = memory.some(address, mostBytes);
  if (bytes === null) return unreadableValue(name, address);
  const end = bytes.indexOf(0);
  const content = Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString('utf8');
  const isCut = end < 0 && { cut: true as const };
  return printValue({ name, kind: 'string', address: hexOf(address), content, ...isCut });
}
