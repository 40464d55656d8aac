const widths = { s16: 2, u16: 2, s32: 4, u32: 4, s64: 8, u64: 8 } as const;

export type FieldType = keyof typeof widths;

/**
 * Fields of a C structure in order: [offset in bytes, type]. The structure ends after the last one.
 */
export type StructLayout = Readonly<Record<string, readonly [offset: number, type: FieldType]>>;

/** sizeof: none of the layouts here has padding at its end. */
export function structBytes(layout: StructLayout): number {
  return Math.max(...Object.values(layout).map(([offset, type]) => offset + widths[type]));
}

/** The fields of a structure, little-endian. `bytes` must be at least structBytes(layout) long. */
export function readStruct<L extends StructLayout>(
  layout: L,
  bytes: Uint8Array,
): Record<keyof L, bigint> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields: Partial<Record<keyof L, bigint>> = {};
  for (const name in layout) {
    const [offset, type] = layout[name]!;
    fields[name] = readField(view, offset, type);
  }
  return fields as Record<keyof L, bigint>;
}

/** A pointer or an unsigned long, as wide as a word of the ABI. */
export const readWord = (bytes: Uint8Array, { wordBytes }: { wordBytes: 4 | 8 }): bigint =>
  readStruct({ word: [0, wordBytes === 8 ? 'u64' : 'u32'] }, bytes).word;

function readField(view: DataView, offset: number, type: FieldType): bigint {
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
