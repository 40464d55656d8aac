import koffi from 'koffi';
import { byNumber } from '../uapi/by-number.ts';
import { errnos } from '../uapi/errno-table.ts';
import { planned } from './fault-plan.ts';

type Function = (...args: unknown[]) => unknown;

const library = koffi.load('libc.so.6');

/**
 * The C library of the server's own process, on which every other file here declares its functions.
 */
export const libc = {
  /** A function by its prototype, or by its name and the types of its result and its arguments. */
  func(prototype: string, ...types: [] | [result: string, parameters: string[]]): Function {
    const [result, parameters] = types;
    const call: Function =
      result === undefined || parameters === undefined
        ? library.func(prototype)
        : library.func(prototype, result, parameters);
    return planned(prototype, call, (errno) => void koffi.errno(errno));
  },

  /** Where it has a function, for calls that take one. */
  address: (name: string): bigint => koffi.address(library.symbol(name)),
};

const getLibcVersion = libc.func('const char *gnu_get_libc_version()');

/** e.g. "2.36" */
export const libcVersion = (): string => String(getLibcVersion());

/**
 * A failed libc call: its name, the errno, and in `code` the errno's name, as in Node's own errors.
 */
export class LibcError extends Error {
  readonly call: string;
  readonly errno: number;
  readonly code: string;

  constructor(call: string, errno: number = koffi.errno()) {
    const code = errnoName(errno);
    super(`${call} failed: ${code}`);
    this.name = 'LibcError';
    this.call = call;
    this.errno = errno;
    this.code = code;
  }
}

/** The errno that the last call of this thread left behind. */
export const lastErrno = (): number => koffi.errno();

const errnoNames = byNumber(errnos);

function errnoName(errno: number): string {
  return errnoNames.get(errno) ?? `errno ${errno}`;
}
