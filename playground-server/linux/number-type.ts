/** Integers as C structures hold them: signed or not, and how many bits. */
export type NumberType = keyof typeof numberBytes;

/** sizeof */
export const numberBytes = { s16: 2, u16: 2, s32: 4, u32: 4, s64: 8, u64: 8 } as const;

/** The little-endian integer at an offset, all of which must be inside the view. */
export function readNumber(view: DataView, offset: number, type: NumberType): bigint {
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
