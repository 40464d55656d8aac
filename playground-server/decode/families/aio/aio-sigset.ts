import { addressIn, field, structTake } from '../../capture/takes.ts';
import { sigsetBytes } from '../../kinds/signal-set.ts';
import { decodeSigset } from './decode-sigset.ts';
import type { ArgumentKind } from '../../kinds/argument-kind.ts';

/** The struct __aio_sigset that io_pgetevents takes. */
export const aioSigset: ArgumentKind = {
  capture: ({ index, abi: { structs, wordBytes } }) => [
    {
      ...structTake(addressIn(index, { wordBytes }), structs.aioSigset),
      each: [{ at: field(structs.aioSigset.sigmask), elementBytes: sigsetBytes }],
    },
  ],
  decode: decodeSigset,
};
