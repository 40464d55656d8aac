import { addressHere, addressIn, longIn } from '../../capture/takes.ts';
import { decodeIocb } from './decode-iocb.ts';
import { decodeIocbList, iocbLimit } from './decode-iocb-list.ts';
import type { ArgumentKind } from '../../kinds/argument-kind.ts';
import { iocbTake, noteOfRead } from './iocb-take.ts';

/** A pointer to the iocb of a request in flight. */
export const iocb: ArgumentKind = {
  capture: ({ index, abi }) => [iocbTake(addressIn(index, abi), abi.structs)],
  decode: decodeIocb,
};

/** Pointers to iocbs that are being submitted; the argument at index `count` says how many. */
export const iocbList = ({ count }: { count: number }): ArgumentKind => ({
  isReread: true,
  capture({ index, side, abi }) {
    const submitted = iocbTake(addressHere(abi), abi.structs);
    return [
      {
        at: addressIn(index, abi),
        elementBytes: abi.wordBytes,
        count: { of: longIn(count, abi), most: iocbLimit },
        // At the entry, because the events of a request may be read before its io_submit has
        // returned.
        each: [side === 'entry' ? { ...submitted, note: noteOfRead(abi.structs) } : submitted],
      },
    ];
  },
  decode(name, register, sight) {
    const nr = BigInt.asIntN(sight.abi.wordBytes * 8, sight.registers[count] ?? 0n);
    return decodeIocbList(name, register, nr, sight);
  },
});
