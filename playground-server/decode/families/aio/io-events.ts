import { addressIn, bufferTake, field, structTake } from '../../capture/takes.ts';
import { decodeEvents, eventLimit } from './decode-events.ts';
import type { ArgumentKind } from '../../kinds/argument-kind.ts';
import { notedRead } from './submitted-reads.ts';

/** The events that the kernel has stored, with the data that reads brought. */
export const ioEvents: ArgumentKind = {
  capture({ index, side, abi }) {
    if (side === 'entry') return [];
    const { ioEvent } = abi.structs;
    return [
      {
        ...structTake(addressIn(index, abi), ioEvent),
        count: { of: { from: 'result' }, most: eventLimit },
        each: [bufferTake(notedRead(ioEvent.obj), field(ioEvent.res))],
      },
    ];
  },
  decode: (name, register, sight) => decodeEvents(name, register, sight.result ?? 0n, sight),
};
