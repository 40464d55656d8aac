import type { DecodedValue } from '../protocol/index.ts';
import { timespecLayout } from './aio-structs.ts';
import type { BoundedMemory } from './bounded-memory.ts';
import { numberValue, structValue, unreadableValue } from './decoded-value.ts';
import { readStruct, structBytes } from './read-struct.ts';

/** A struct timespec as it is, since the kernel rejects no value: `{tv_sec = 1, tv_nsec = 0}`. */
export function decodeTimespec(name: string, address: bigint, memory: BoundedMemory): DecodedValue {
  const bytes = memory.whole(address, structBytes(timespecLayout));
  if (address === 0n || bytes === null) return unreadableValue(name, address);
  const { tv_sec: seconds, tv_nsec: nanoseconds } = readStruct(timespecLayout, bytes);
  const fields = [numberValue('tv_sec', seconds), numberValue('tv_nsec', nanoseconds)];
  return structValue(name, fields, address);
}
