import { addressIn, bufferTake, field, longIn, structTake } from '../capture/takes.ts';
import { decodeData, decodeIovecs, iovecLimit } from './decode-buffer.ts';
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
  isGiven: true,
  capture: ({ index, side, abi }) =>
    side === 'entry' ? [bufferTake(addressIn(index, abi), longIn(length, abi))] : [],
  decode(name, register, { memory, registers, abi }) {
    const bytes = BigInt.asIntN(abi.wordBytes * 8, registers[length] ?? 0n);
    return bytes <= 0n ? pointerValue(name, register) : decodeData(name, register, bytes, memory);
  },
});

/** An array of iovecs, with the data if the program gives it; the argument at `count` has its length. */
export const iovecs = (data: 'data' | 'room', { count }: { count: number }): ArgumentKind => ({
  isGiven: true,
  capture({ index, side, abi }) {
    if (side === 'exit') return [];
    const { iovec } = abi.structs;
    const pieces = bufferTake(field(iovec.iov_base), field(iovec.iov_len));
    return [
      {
        ...structTake(addressIn(index, abi), iovec),
        count: { of: longIn(count, abi), most: iovecLimit },
        isBuffer: true,
        ...(data === 'data' && { each: [pieces] }),
      },
    ];
  },
  decode(name, register, sight) {
    const number = BigInt.asIntN(sight.abi.wordBytes * 8, sight.registers[count] ?? 0n);
    return number <= 0n
      ? pointerValue(name, register)
      : decodeIovecs(name, register, number, data === 'data', sight);
  },
});
