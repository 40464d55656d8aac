import { addressIn, structTake } from '../capture/takes.ts';
import { decodeTimespec } from '../decode-timespec.ts';
import type { ArgumentKind } from './argument-kind.ts';

/** A pointer to a struct timespec. */
export const timespec: ArgumentKind = {
  capture: ({ index, abi }) => [structTake(addressIn(index, abi), abi.structs.timespec)],
  decode: (name, register, { memory }) => decodeTimespec(name, register, memory),
};
