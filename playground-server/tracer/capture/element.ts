import type { NumberType } from '../../decode/capture/capture-plan.ts';

const widths: Readonly<Record<NumberType, number>> = {
  s16: 2,
  u16: 2,
  s32: 4,
  u32: 4,
  s64: 8,
  u64: 8,
};

/** One whole element of a captured array. */
export interface Element {
  address: bigint;
  bytes: Uint8Array;
}

/** The number at an offset in an element, little-endian; undefined if it is not inside. */
export function numberAt({ bytes }: Element, offset: number, type: NumberType): bigint | undefined {
  if (offset < 0 || offset + widths[type] > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 's16':
      return BigInt(view.getInt16(offset, true));
    case 'u16':
      return BigInt(view.getUint16(offset, true));
    case 's32':
      return BigInt(view.getInt32(offset, true));
    case 'u32':
      return BigInt(view.getUint32(offset, true));
    case 's64':
      return view.getBigInt64(offset, true);
    case 'u64':
      return view.getBigUint64(offset, true);
  }
}

/** A register as the kernel reads an argument of this type. */
export function narrowed(register: bigint, type: NumberType): bigint {
  const bits = widths[type] * 8;
  return type.startsWith('s') ? BigInt.asIntN(bits, register) : BigInt.asUintN(bits, register);
}
