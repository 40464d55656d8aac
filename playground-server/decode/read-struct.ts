import { numberBytes, readNumber, type NumberType } from '../linux/number-type.ts';

/**
 * Fields of a C structure in order: [offset in bytes, type]. The structure ends after the last one.
 */
export type StructLayout = Readonly<Record<string, readonly [offset: number, type: NumberType]>>;

/** sizeof: none of the layouts here has padding at its end. */
export function structBytes(layout: StructLayout): number {
  return Math.max(...Object.values(layout).map(([offset, type]) => offset + numberBytes[type]));
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
    fields[name] = readNumber(view, offset, type);
  }
  return fields as Record<keyof L, bigint>;
}

/** A pointer or an unsigned long, as wide as a word of the ABI. */
export const readWord = (bytes: Uint8Array, { wordBytes }: { wordBytes: 4 | 8 }): bigint =>
  readStruct({ word: [0, wordBytes === 8 ? 'u64' : 'u32'] }, bytes).word;
