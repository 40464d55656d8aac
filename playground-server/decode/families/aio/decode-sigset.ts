import type { DecodedValue } from '../../../protocol/index.ts';
import type { View } from '../../kinds/argument-kind.ts';
import { decodeMask } from '../../kinds/signal-set.ts';
import { numberValue, structValue, unreadableValue } from '../../make-value.ts';
import { readStruct, structBytes } from '../../read-struct.ts';

/**
 * The struct __aio_sigset that io_pgetevents takes: `{sigmask = [SIGALRM SIGUSR1], sigsetsize =
 * 8}`. The mask is shown whatever size is claimed, so that readers see a wrong size next to a good
 * mask.
 */
export function decodeSigset(name: string, address: bigint, { abi, memory }: View): DecodedValue {
  const layout = abi.structs.aioSigset;
  const bytes = memory.whole(address, structBytes(layout));
  if (address === 0n || bytes === null) return unreadableValue(name, address);
  const usig = readStruct(layout, bytes);
  const fields = [
    decodeMask('sigmask', usig.sigmask, memory),
    numberValue('sigsetsize', usig.sigsetsize),
  ];
  return structValue(name, fields, address);
}
