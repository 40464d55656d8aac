import koffi from 'koffi';

/** A raw address, for those who want to see what the kernel makes of it. null is the null pointer. */
export type Pointer = bigint | null;

/** Something with memory of its own that the kernel reads or writes. */
export interface HasMemory {
  readonly memory: Buffer;
}

/** Where a buffer, or one of this module's structures, lies in memory. */
export function address(place: NodeJS.ArrayBufferView | HasMemory): bigint {
  return koffi.address('memory' in place ? place.memory : place);
}

/** What koffi takes for a pointer: a buffer itself, so that it stays alive during the call. */
export const memoryOf = (place: HasMemory | Buffer | Pointer): Buffer | Pointer =>
  place !== null && typeof place === 'object' && 'memory' in place ? place.memory : place;

/** What stands in memory for a pointer. */
export const addressOf = (place: HasMemory | Buffer | Pointer): bigint =>
  typeof place === 'bigint' ? place : place === null ? 0n : address(place);

/**
 * A zeroed buffer whose address is a multiple of `alignment`, as O_DIRECT demands; open(2).
 * @param bytes size @param alignment a power of two, in bytes
 */
export function alignedBuffer(bytes: number, alignment = 512): Buffer {
  const room = Buffer.alloc(bytes + alignment);
  const skip = Number(-address(room) & BigInt(alignment - 1));
  return room.subarray(skip, skip + bytes);
}
