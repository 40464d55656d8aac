import koffi from 'koffi';

/** A raw address, for those who want to see how the kernel responds. null is the null pointer. */
export type Pointer = bigint | null;

/** Something with its own memory, which the kernel reads or writes. */
export interface HasMemory {
  readonly memory: Buffer;
}

/** The address of a buffer, or of one of this module's structures. */
export function address(place: NodeJS.ArrayBufferView | HasMemory): bigint {
  return koffi.address('memory' in place ? place.memory : place);
}

/** What koffi accepts as a pointer: the buffer itself, so that it stays alive during the call. */
export const memoryOf = (place: HasMemory | Buffer | Pointer): Buffer | Pointer =>
  place !== null && typeof place === 'object' && 'memory' in place ? place.memory : place;

/** The number that represents a pointer in memory. */
export const addressOf = (place: HasMemory | Buffer | Pointer): bigint =>
  typeof place === 'bigint' ? place : place === null ? 0n : address(place);

/**
 * A zeroed buffer whose address is a multiple of `alignment`, as O_DIRECT requires; open(2).
 * @param bytes size @param alignment a power of two, in bytes
 */
export function alignedBuffer(bytes: number, alignment = 512): Buffer {
  const room = Buffer.alloc(bytes + alignment);
  const skip = Number(-address(room) & BigInt(alignment - 1));
  return room.subarray(skip, skip + bytes);
}
