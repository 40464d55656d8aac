import { byNumber } from '../../uapi/by-number.ts';
import { constantValue } from '../make-value.ts';
import { signalName } from '../signal-name.ts';
import { decodeChoice } from './decode-flags.ts';
import type { ArgumentKind } from './argument-kind.ts';
import { flagTable } from './flag-table.ts';

type Names = Readonly<Record<string, number>>;

/** An int that means one thing. */
export function constant(table: Names): ArgumentKind {
  const names = byNumber(table);
  return {
    decode(name, register) {
      const value = BigInt.asIntN(32, register);
      return constantValue(name, value, names.get(Number(value)));
    },
  };
}

/** An int whose lower bits, those of `mask`, mean one thing, and the others are flags. */
export function choice(choices: Names, mask: bigint, bits: Names): ArgumentKind {
  const names = new Map(Object.entries(choices).map(([name, value]) => [BigInt(value), name]));
  const table = flagTable(bits);
  return {
    decode: (name, register) =>
      decodeChoice(name, BigInt.asUintN(32, register), names, mask, table),
  };
}

/** The number of a signal; 0 is none. */
export const signal: ArgumentKind = {
  decode(name, register) {
    const value = BigInt.asIntN(32, register);
    return constantValue(name, value, value > 0n ? signalName(Number(value)) : undefined);
  },
};
