import { printValue } from '../../protocol/print-value.ts';
import { descriptorValue, numberValue, pointerValue } from '../make-value.ts';
import { decodeFlags } from './decode-flags.ts';
import type { FlagTable } from './flag-table.ts';
import type { ArgumentKind } from './argument-kind.ts';

/** int: the kernel ignores the upper half of the register. */
export const int: ArgumentKind = {
  decode: (name, register) => numberValue(name, BigInt.asIntN(32, register)),
};

/** unsigned int */
export const unsigned: ArgumentKind = {
  decode: (name, register) => numberValue(name, BigInt.asUintN(32, register)),
};

/** long, off_t, ssize_t */
export const long: ArgumentKind = {
  decode: (name, register, { abi }) =>
    numberValue(name, BigInt.asIntN(abi.wordBytes * 8, register)),
};

/** size_t, unsigned long */
export const size: ArgumentKind = { decode: (name, register) => numberValue(name, register) };

/** mode_t, as chmod(1) writes it. */
export const mode: ArgumentKind = {
  decode: (name, register) =>
    printValue({
      name,
      kind: 'number',
      value: `${BigInt.asUintN(32, register)}`,
      base: 'octal',
    }),
};

/** A file descriptor, which the kernel takes as an int. */
export const descriptor: ArgumentKind = {
  isGiven: true,
  isDescriptor: true,
  decode(name, register, { memory }) {
    const value = BigInt.asIntN(32, register);
    return descriptorValue(name, value, memory.openOn(value));
  },
};

/** An int made of single bits. */
export const flags = (table: FlagTable): ArgumentKind => ({
  decode: (name, register) => decodeFlags(name, BigInt.asUintN(32, register), table),
});

/** A pointer whose target is not shown. */
export const pointer: ArgumentKind = {
  decode: (name, register) => pointerValue(name, register),
};
