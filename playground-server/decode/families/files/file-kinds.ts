import { flock, stat, statx } from '../../../uapi/x86-64/arguments/struct-table.ts';
import {
  accessModes,
  descriptorBits,
  directoryHere,
  fcntlNames,
  openBits,
  recordLocks,
  seekOrigins,
} from '../../../uapi/x86-64/arguments/file-table.ts';
import { byNumber } from '../../../uapi/by-number.ts';
import { addressIn } from '../../capture/takes.ts';
import { choice, constant } from '../../kinds/constants.ts';
import { flagTable } from '../../kinds/flag-table.ts';
import { onlyIf, type ArgumentKind } from '../../kinds/argument-kind.ts';
import { descriptor, flags, int, mode } from '../../kinds/numbers.ts';
import { structure, type FieldKind } from '../../kinds/structures.ts';
import { constantValue, cookieValue, descriptorValue } from '../../make-value.ts';
import { printValue } from '../../../protocol/print-value.ts';

const { O_CREAT, O_TMPFILE } = openBits;

/** The lower two bits say what is done to a file: O_ACCMODE of asm-generic/fcntl.h. */
export const openFlags = choice(accessModes, 3n, openBits);

/** The mode of a file that a call may make: open(2) reads it only with flags that make one. */
export const modeIfMade = (flagsAt: number): ArgumentKind =>
  onlyIf((registers) => {
    const given = BigInt.asUintN(32, registers[flagsAt] ?? 0n);
    const makes = (bit: number) => (given & BigInt(bit)) === BigInt(bit);
    return makes(O_CREAT) || makes(O_TMPFILE);
  }, mode);

/** A directory's descriptor, or the working directory. */
export const directory: ArgumentKind = {
  ...descriptor,
  decode(name, register, { memory }) {
    const value = BigInt.asIntN(32, register);
    return value === BigInt(directoryHere.AT_FDCWD)
      ? constantValue(name, value, 'AT_FDCWD')
      : descriptorValue(name, value, memory.openOn(value));
  },
};

/** The field of a structure with a mode, as chmod(1) writes it, with the file's type above. */
export const octal: FieldKind = (name, value) =>
  printValue({ name, kind: 'number', value: `${value}`, base: 'octal' });

const named = (table: Readonly<Record<string, number>>): FieldKind => {
  const names = byNumber(table);
  return (name, value) => constantValue(name, value, names.get(Number(value)));
};

const recordLock = structure(flock, 'given', {
  l_type: named(recordLocks),
  l_whence: named(seekOrigins),
});

export const fileFacts = structure(stat, 'filled', {
  st_mode: octal,
  st_dev: null,
  st_rdev: null,
  st_uid: null,
  st_gid: null,
});

export const manyFileFacts = structure(statx, 'filled', {
  stx_mode: octal,
  stx_uid: null,
  stx_gid: null,
});

export const fcntlCommand = constant(fcntlNames);

const {
  F_GETFD,
  F_GETFL,
  F_GETOWN,
  F_GETSIG,
  F_GETLEASE,
  F_GETPIPE_SZ,
  F_GET_SEALS,
  F_SETFD,
  F_SETFL,
  F_GETLK,
  F_SETLK,
  F_SETLKW,
  F_OFD_GETLK,
  F_OFD_SETLK,
  F_OFD_SETLKW,
  F_DUPFD,
  F_DUPFD_CLOEXEC,
  F_SETPIPE_SZ,
} = fcntlNames;

const without: readonly number[] = [
  F_GETFD,
  F_GETFL,
  F_GETOWN,
  F_GETSIG,
  F_GETLEASE,
  F_GETPIPE_SZ,
  F_GET_SEALS,
];
const locks = [F_GETLK, F_SETLK, F_SETLKW, F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW];

/** What the third argument of fcntl(2) is to each command. */
const meanings = new Map<number, ArgumentKind>([
  [F_SETFD, flags(flagTable(descriptorBits))],
  [F_SETFL, openFlags],
  ...locks.map((command) => [command, recordLock] as const),
  ...[F_DUPFD, F_DUPFD_CLOEXEC, F_SETPIPE_SZ].map((command) => [command, int] as const),
]);

const commandIn = (registers: readonly bigint[]): number =>
  Number(BigInt.asIntN(32, registers[1] ?? 0n));

/** The third argument of fcntl(2), after the second. */
export const fcntlArgument: ArgumentKind = {
  isGiven: true,
  isThere: (registers) => !without.includes(commandIn(registers)),
  capture: ({ index, side, abi }) =>
    side === 'entry'
      ? [
          {
            at: addressIn(index, abi),
            elementBytes: flock.bytes,
            when: { value: { from: 'argument', index: 1, type: 's32' }, in: locks },
          },
        ]
      : [],
  decode: (name, register, sight) =>
    meanings.get(commandIn(sight.registers))?.decode(name, register, sight) ??
    cookieValue(name, register),
};
