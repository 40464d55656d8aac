import type { Abi } from '../abi/abi.ts';
import { structBytes, type StructLayout } from '../read-struct.ts';
import type { NumberType } from '../../linux/number-type.ts';
import type { Source, Take } from './capture-plan.ts';

type Word = Pick<Abi, 'wordBytes'>;

/** An address in a register. */
export const addressIn = (index: number, abi: Word): Source => ({
  from: 'argument',
  index,
  type: addressType(abi),
});

/** A long in a register. */
export const longIn = (index: number, { wordBytes }: Word): Source => ({
  from: 'argument',
  index,
  type: wordBytes === 8 ? 's64' : 's32',
});

/** The current element, which is itself an address. */
export const addressHere = (abi: Word): Source => ({
  from: 'field',
  offset: 0,
  type: addressType(abi),
});

const addressType = ({ wordBytes }: Word): NumberType => (wordBytes === 8 ? 'u64' : 'u32');

/** A field of the current structure. */
export const field = ([offset, type]: StructLayout[string]): Source => ({
  from: 'field',
  offset,
  type,
});

/** One structure. */
export const structTake = (at: Source, layout: StructLayout): Take => ({
  at,
  elementBytes: structBytes(layout),
});

/** As many bytes of a buffer as readers are shown. */
export const bufferTake = (at: Source, length: Source): Take => ({
  at,
  elementBytes: 1,
  count: { of: length, most: shownBufferBytes },
  isBuffer: true,
});

/** An unfolded row of the tape has room for about this much of a buffer. */
export const shownBufferBytes = 64;

/**
 * printf(3) to an unbuffered stream takes 10 KiB of the stack before it makes a call or faults, and
 * what the kernel pushes for a signal handler may have 3 KiB.
 */
export const stackBytes = 16 * 1024;

/** The innermost part of the stack, which leads to the line that made the call. */
export const stackTake: Take = { at: { from: 'stack' }, elementBytes: 1, count: stackBytes };
