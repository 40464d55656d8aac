import { newTaskBits } from '../../../uapi/x86-64/arguments/other-table.ts';
import { decodeFlags } from '../../kinds/decode-flags.ts';
import { flagTable } from '../../kinds/flag-table.ts';
import type { ArgumentKind } from '../../kinds/argument-kind.ts';
import { words, type FieldKind } from '../../kinds/structures.ts';
import { constantValue } from '../../make-value.ts';
import { printValue } from '../../../protocol/print-value.ts';
import { signalName } from '../../signal-name.ts';

/** The lowest byte is the signal that the parent gets; clone(2). */
const signalBits = 0xffn;
const table = flagTable(newTaskBits);

/** What clone(2) shares, and the signal at the end. */
export const taskFlags: ArgumentKind = {
  decode(name, register) {
    const signal = Number(register & signalBits);
    const shares = decodeFlags(name, register & ~signalBits, table);
    if (signal === 0 || shares.kind !== 'flags') return shares;
    const set = [...shares.set, signalName(signal)];
    return printValue({ name, kind: 'flags', value: `${register}`, set, rest: shares.rest });
  },
};

/** How a process ended, in the words of wait(2). */
const status: FieldKind = (name, value) => {
  const word = Number(BigInt.asUintN(32, value));
  const signal = word & 0x7f;
  if (word === 0xffff) return constantValue(name, value, 'WIFCONTINUED');
  if (signal === 0x7f)
    return constantValue(name, value, `WSTOPSIG ${signalName((word >> 8) & 0xff)}`);
  if (signal === 0) return constantValue(name, value, `WEXITSTATUS ${(word >> 8) & 0xff}`);
  return constantValue(name, value, `WTERMSIG ${signalName(signal)}`);
};

/** Where wait4(2) stores it. */
export const waitStatus = words('s32', 'filled', { count: 1 }, status);
