import { printValue } from '../../../protocol/print-value.ts';
import type { DecodedValue } from '../../../protocol/index.ts';
import type { BoundedMemory } from '../../bounded-memory.ts';
import type { View } from '../../kinds/argument-kind.ts';
import { hexOf, numberValue, structValue, unreadableValue } from '../../make-value.ts';
import { readStruct, structBytes } from '../../read-struct.ts';
import { signalName } from '../../signal-name.ts';

/** The kernel's sigset_t has 64 bits in every ABI; bit 0 is signal 1. */
const signalCount = 64;
export const sigsetBytes = 8;

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

function decodeMask(name: string, address: bigint, memory: BoundedMemory): DecodedValue {
  const bytes = memory.whole(address, sigsetBytes);
  if (address === 0n || bytes === null) return unreadableValue(name, address);
  const mask = readStruct({ mask: [0, 'u64'] }, bytes).mask;
  return printValue({ name, kind: 'signals', address: hexOf(address), ...namesIn(mask) });
}

/**
 * A mask that is more than half full is shown by what it lacks, `~[SIGKILL SIGSTOP]`, as in strace.
 */
function namesIn(mask: bigint): { set: string[]; inverted?: true } {
  const numbers = Array.from({ length: signalCount }, (_, index) => index + 1);
  const isSet = (number: number) => ((mask >> BigInt(number - 1)) & 1n) === 1n;
  const set = numbers.filter(isSet);
  if (set.length <= signalCount / 2) return { set: set.map(signalName) };
  const lacking = numbers.filter((number) => !isSet(number));
  return { set: lacking.map(signalName), inverted: true };
}
