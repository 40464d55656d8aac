import { numberBytes, readNumber, type NumberType } from '../../linux/number-type.ts';

/** One whole element of a captured array. */
export interface Element {
  address: bigint;
  bytes: Uint8Array;
}

/** The number at an offset in an element, little-endian; undefined if it is not inside. */
export function numberAt({ bytes }: Element, offset: number, type: NumberType): bigint | undefined {
  if (offset < 0 || offset + numberBytes[type] > bytes.length) return undefined;
  return readNumber(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset, type);
}

/** A register as the kernel reads an argument of this type. */
export function narrowed(register: bigint, type: NumberType): bigint {
  const bits = numberBytes[type] * 8;
  return type.startsWith('s') ? BigInt.asIntN(bits, register) : BigInt.asUintN(bits, register);
}
