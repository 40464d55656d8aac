import { addressIn, structTake } from '../capture/takes.ts';
import { numberValue, structValue, unreadableValue } from '../make-value.ts';
import { readStruct, structBytes } from '../read-struct.ts';
import type { ArgumentKind } from './argument-kind.ts';

/**
 * A pointer to a struct timespec, shown as it is, since the kernel rejects no value:
 * `{tv_sec = 1, tv_nsec = 0}`.
 */
export const timespec: ArgumentKind = {
  capture: ({ index, abi }) => [structTake(addressIn(index, abi), abi.structs.timespec)],
  decode(name, address, { abi, memory }) {
    const layout = abi.structs.timespec;
    const bytes = memory.whole(address, structBytes(layout));
    if (address === 0n || bytes === null) return unreadableValue(name, address);
    const { tv_sec: seconds, tv_nsec: nanoseconds } = readStruct(layout, bytes);
    const fields = [numberValue('tv_sec', seconds), numberValue('tv_nsec', nanoseconds)];
    return structValue(name, fields, address);
  },
};
