import { printValue } from '../../protocol/print-value.ts';
import type { DecodedValue } from '../../protocol/index.ts';
import { addressIn } from '../capture/takes.ts';
import type { BoundedMemory } from '../bounded-memory.ts';
import { hexOf, pointerValue, unreadableValue } from '../make-value.ts';
import { readStruct } from '../read-struct.ts';
import { signalName } from '../signal-name.ts';
import type { ArgumentKind } from './argument-kind.ts';
import type { Writer } from './structures.ts';

/** The kernel's sigset_t has 64 bits in every ABI; bit 0 is signal 1. */
const signalCount = 64;
export const sigsetBytes = 8;

/** A pointer to a sigset_t. */
export const signalSet = (writer: Writer): ArgumentKind => ({
  ...(writer === 'given' && { isGiven: true as const }),
  capture: ({ index, side, abi }) =>
    side === (writer === 'given' ? 'entry' : 'exit')
      ? [{ at: addressIn(index, abi), elementBytes: sigsetBytes }]
      : [],
  decode: (name, address, { memory, result }) =>
    address === 0n || (writer === 'filled' && (result === null || result < 0n))
      ? pointerValue(name, address)
      : decodeMask(name, address, memory),
});

/** The set of signals at an address. */
export function decodeMask(name: string, address: bigint, memory: BoundedMemory): DecodedValue {
  const bytes = memory.whole(address, sigsetBytes);
  if (address === 0n || bytes === null) return unreadableValue(name, address);
  return maskValue(name, readStruct({ mask: [0, 'u64'] }, bytes).mask, address);
}

/**
 * A set of signals. One that is more than half full is shown by what it lacks, `~[SIGKILL SIGSTOP]`,
 * as in strace.
 */
export const maskValue = (name: string, mask: bigint, address?: bigint): DecodedValue =>
  printValue({
    name,
    kind: 'signals',
    ...(address !== undefined && { address: hexOf(address) }),
    ...namesIn(mask),
  });

function namesIn(mask: bigint): { set: string[]; inverted?: true } {
  const numbers = Array.from({ length: signalCount }, (_, index) => index + 1);
  const isSet = (number: number) => ((mask >> BigInt(number - 1)) & 1n) === 1n;
  const set = numbers.filter(isSet);
  if (set.length <= signalCount / 2) return { set: set.map(signalName) };
  const lacking = numbers.filter((number) => !isSet(number));
  return { set: lacking.map(signalName), inverted: true };
}
