import { descriptorValue, numberValue, pointerValue } from '../make-value.ts';
import { decodeFlags } from './decode-flags.ts';
import type { FlagTable } from './flag-table.ts';
import type { ArgumentKind } from './argument-kind.ts';

/** unsigned int: the kernel ignores the upper half of the register. */
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

/** A file descriptor, which the kernel takes as an int. */
export const descriptor: ArgumentKind = {
  decode: (name, register) => descriptorValue(name, BigInt.asIntN(32, register)),
};

/** An int made of single bits. */
export const flags = (table: FlagTable): ArgumentKind => ({
  decode: (name, register) => decodeFlags(name, BigInt.asUintN(32, register), table),
});

/** A pointer whose target is not shown. */
export const pointer: ArgumentKind = {
  decode: (name, register) => pointerValue(name, register),
};
