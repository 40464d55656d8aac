import { timeval } from '../../../uapi/x86-64/arguments/struct-table.ts';
import {
  constantValue,
  numberValue,
  pointerValue,
  structValue,
  unreadableValue,
} from '../../make-value.ts';
import { addressIn } from '../../capture/takes.ts';
import type { ArgumentKind } from '../../kinds/argument-kind.ts';
import { byNumber } from '../../../uapi/by-number.ts';
import { clocks } from '../../../uapi/x86-64/arguments/other-table.ts';
import { structure, type Structure, type Writer } from '../../kinds/structures.ts';
import { readStruct } from '../../read-struct.ts';

/** Two times, an interval and what is left: four words; linux/time.h. */
const pairBytes = 32;

const pair =
  (interval: string, value: string, fraction: string) =>
  (writer: Writer): ArgumentKind => ({
    ...(writer === 'given' && { isGiven: true as const }),
    capture: ({ index, side, abi }) =>
      side === (writer === 'given' ? 'entry' : 'exit')
        ? [{ at: addressIn(index, abi), elementBytes: pairBytes }]
        : [],
    decode(name, address, { memory, result }) {
      const isUnwritten = writer === 'filled' && (result === null || result < 0n);
      if (address === 0n || isUnwritten) return pointerValue(name, address);
      const bytes = memory.whole(address, pairBytes);
      if (bytes === null) return unreadableValue(name, address);
      const { a, b, c, d } = readStruct(
        { a: [0, 's64'], b: [8, 's64'], c: [16, 's64'], d: [24, 's64'] },
        bytes,
      );
      const time = (field: string, seconds: bigint, rest: bigint) =>
        structValue(field, [numberValue('tv_sec', seconds), numberValue(fraction, rest)]);
      return structValue(name, [time(interval, a, b), time(value, c, d)], address);
    },
  });

/** struct itimerspec */
export const timerSpec = pair('it_interval', 'it_value', 'tv_nsec');

/** struct itimerval */
export const intervalSpec = pair('it_interval', 'it_value', 'tv_usec');

/** struct timespec, as the kernel fills it. */
const timespecLayout: Structure = {
  bytes: 16,
  fields: { tv_sec: [0, 's64'], tv_nsec: [8, 's64'] },
};

export const filledTimespec = structure(timespecLayout, 'filled');
export const filledTimeval = structure(timeval, 'filled');

const clockNames = byNumber(clocks);

/** A clock; those of other processes are negative numbers. */
export const clock: ArgumentKind = {
  decode(name, register) {
    const value = BigInt.asIntN(32, register);
    return constantValue(name, value, clockNames.get(Number(value)));
  },
};
