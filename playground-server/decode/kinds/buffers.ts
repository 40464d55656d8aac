import { addressIn, bufferTake, longIn } from '../capture/takes.ts';
import { decodeData } from './decode-buffer.ts';
import { pointerValue } from '../make-value.ts';
import type { ArgumentKind } from './argument-kind.ts';

/** Data that the kernel stored: as many bytes as it returned. */
export const filledBuffer: ArgumentKind = {
  capture: ({ index, side, abi }) =>
    side === 'exit' ? [bufferTake(addressIn(index, abi), { from: 'result' })] : [],
  decode: (name, register, { memory, result }) =>
    result === null || result <= 0n
      ? pointerValue(name, register)
      : decodeData(name, register, result, memory),
};

/** Data that the program passes; the argument at index `length` says how many bytes. */
export const givenBuffer = ({ length }: { length: number }): ArgumentKind => ({
  capture: ({ index, abi }) => [bufferTake(addressIn(index, abi), longIn(length, abi))],
  decode(name, register, { memory, registers, abi }) {
    const bytes = BigInt.asIntN(abi.wordBytes * 8, registers[length] ?? 0n);
    return bytes <= 0n ? pointerValue(name, register) : decodeData(name, register, bytes, memory);
  },
});
