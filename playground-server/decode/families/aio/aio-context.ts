import { addressHere, addressIn } from '../../capture/takes.ts';
import { handleValue, pointerTo, unreadableValue } from '../../make-value.ts';
import type { ArgumentKind } from '../../kinds/argument-kind.ts';
import { readWord } from '../../read-struct.ts';
import { readRing, ringTake } from './ring.ts';

/** aio_context_t */
export const aioContext: ArgumentKind = {
  capture: ({ index, side, abi }) => (side === 'exit' ? [ringTake(addressIn(index, abi))] : []),
  decode: handleValue,
  ring: readRing,
};

/** Where io_setup stores the handle. */
export const aioContextPointer: ArgumentKind = {
  capture: ({ index, side, abi }) => [
    {
      at: addressIn(index, abi),
      elementBytes: abi.wordBytes,
      ...(side === 'exit' && { each: [ringTake(addressHere(abi))] }),
    },
  ],
  decode(name, address, { memory, abi }) {
    const bytes = memory.whole(address, abi.wordBytes);
    if (address === 0n || bytes === null) return unreadableValue(name, address);
    return pointerTo(name, address, handleValue(`*${name}`, readWord(bytes, abi)));
  },
  ring(address, view) {
    const bytes = view.memory.whole(address, view.abi.wordBytes);
    return bytes && readRing(readWord(bytes, view.abi), view);
  },
};
