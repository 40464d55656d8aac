import type { DecodedValue } from '../../protocol/index.ts';
import { addressIn } from '../capture/takes.ts';
import type { Source } from '../capture/capture-plan.ts';
import { decodeArray, shownBytes } from './decode-array.ts';
import { numberValue, pointerValue, structValue, unreadableValue } from '../make-value.ts';
import { readStruct, type StructLayout } from '../read-struct.ts';
import type { ArgumentKind, Sight, View } from './argument-kind.ts';

/** A structure of uapi/x86-64/arguments. */
export interface Structure {
  bytes: number;
  fields: StructLayout;
}

/** What a field means, if it is not a plain number. */
export type FieldKind = (name: string, value: bigint, view: View) => DecodedValue;

/** Fields that mean more than a number; `null`: not worth telling. */
export type FieldKinds = Readonly<Record<string, FieldKind | null>>;

/** Who writes what an argument points to: the program before the call, or the kernel in it. */
export type Writer = 'given' | 'filled';

/** A pointer to one structure. */
export const structure = (
  layout: Structure,
  writer: Writer,
  kinds: FieldKinds = {},
): ArgumentKind => ({
  ...(writer === 'given' && { isGiven: true as const }),
  capture: ({ index, side, abi }) =>
    side === sideOf(writer) ? [{ at: addressIn(index, abi), elementBytes: layout.bytes }] : [],
  decode(name, address, sight) {
    if (address === 0n || isUnwritten(writer, sight)) return pointerValue(name, address);
    const bytes = sight.memory.whole(address, layout.bytes);
    if (bytes === null) return unreadableValue(name, address);
    return structValue(name, fieldsOf(layout, kinds, bytes, sight), address);
  },
});

/**
 * A pointer to an array of structures; `count` is an argument's index, or says that the kernel
 * stored as many as it returned.
 */
export const structures = (
  layout: Structure,
  writer: Writer,
  { count, most }: { count: number | 'result'; most: number },
  kinds: FieldKinds = {},
): ArgumentKind => ({
  capture: ({ index, side, abi }) => {
    const of: Source =
      count === 'result' ? { from: 'result' } : { from: 'argument', index: count, type: 'u32' };
    if (side !== sideOf(writer) && count === 'result') return [];
    const each = { at: addressIn(index, abi), elementBytes: layout.bytes };
    return [{ ...each, count: { of, most } }];
  },
  decode(name, address, sight) {
    const { result, registers, memory } = sight;
    const number = count === 'result' ? (result ?? 0n) : BigInt.asUintN(32, registers[count] ?? 0n);
    if (address === 0n || number <= 0n) return pointerValue(name, address);
    const span = { name, address, count: number, elementBytes: layout.bytes, limit: most };
    const bytes = memory.some(address, shownBytes(span));
    if (bytes === null) return unreadableValue(name, address);
    return decodeArray(span, bytes, (elementName, element) =>
      structValue(elementName, fieldsOf(layout, kinds, element, sight)),
    );
  },
});

/** A pointer to a few words of one type, such as the descriptors of pipe(2). */
export const words = (
  type: 's32' | 's64' | 'u32' | 'u64',
  writer: Writer,
  { count }: { count: number },
  kind: FieldKind = numberValue,
): ArgumentKind => ({
  ...(writer === 'given' && { isGiven: true as const }),
  capture: ({ index, side, abi }) =>
    side === sideOf(writer)
      ? [{ at: addressIn(index, abi), elementBytes: wordBytes(type), count }]
      : [],
  decode(name, address, sight) {
    if (address === 0n || isUnwritten(writer, sight)) return pointerValue(name, address);
    const elementBytes = wordBytes(type);
    const bytes = sight.memory.some(address, count * elementBytes);
    if (bytes === null) return unreadableValue(name, address);
    const span = { name, address, count: BigInt(count), elementBytes, limit: count };
    return decodeArray(span, bytes, (elementName, element) =>
      kind(elementName, readStruct({ word: [0, type] }, element).word, sight),
    );
  },
});

const wordBytes = (type: string): number => (type.endsWith('32') ? 4 : 8);

const sideOf = (writer: Writer) => (writer === 'given' ? 'entry' : 'exit');

/** What the kernel was to write, it wrote only if the call succeeded. */
const isUnwritten = (writer: Writer, { result }: Sight): boolean =>
  writer === 'filled' && (result === null || result < 0n);

function fieldsOf(
  layout: Structure,
  kinds: FieldKinds,
  bytes: Uint8Array,
  view: View,
): DecodedValue[] {
  return Object.entries(readStruct(layout.fields, bytes)).flatMap(([name, value]) => {
    const kind = kinds[name];
    if (kind === null) return [];
    return [(kind ?? numberValue)(name, value, view)];
  });
}
