import { addressIn } from '../../capture/takes.ts';
import { handleValue, pointerTo, unreadableValue } from '../../make-value.ts';
import type { ArgumentKind } from '../../kinds/argument-kind.ts';
import { readWord } from '../../read-struct.ts';

/** aio_context_t */
export const aioContext: ArgumentKind = { decode: handleValue };

/** Where io_setup stores the handle. */
export const aioContextPointer: ArgumentKind = {
  capture: ({ index, abi }) => [{ at: addressIn(index, abi), elementBytes: abi.wordBytes }],
  decode(name, address, { memory, abi }) {
    const bytes = memory.whole(address, abi.wordBytes);
    if (address === 0n || bytes === null) return unreadableValue(name, address);
    return pointerTo(name, address, handleValue(`*${name}`, readWord(bytes, abi)));
  },
};
