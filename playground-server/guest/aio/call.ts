import type koffi from 'koffi';
import { markOfCaller, type conventions } from '../call-mark.ts';
import { errnoAfter, keepErrno } from './errno.ts';
import type { Pointer } from './memory.ts';

/**
 * The outcome of an asynchronous call, with its errno, which belongs to the thread that made it.
 */
export interface Returned {
  returned: number;
  errno: number;
}

/** A function that makes one system call. */
export interface Call<Parameters extends readonly unknown[]> {
  (...args: Parameters): number;
  /**
   * The same call on a thread of Node's pool, so that it can block without stopping the snippet.
   */
  async(...args: Parameters): Promise<Returned>;
}

export type NativeArgument = number | bigint | Buffer | Pointer;

type Library = ReturnType<typeof koffi.load>;

export interface Declaration<Parameters extends readonly unknown[]> {
  convention: keyof typeof conventions;
  library: Library;
  /** the C function, and the types of the values that `encode` returns */
  name: string;
  result?: 'int' | 'long';
  types: readonly ('long' | 'void *')[];
  /** number of arguments that travel in registers, before the stack is used */
  padTo: number;
  encode: (...args: Parameters) => NativeArgument[];
  /** called when the call has returned */
  settle?: (returned: number, ...args: Parameters) => void;
}

/** Arguments of the asynchronous calls in progress, which nothing else would keep alive. */
const underWay = new Set<readonly NativeArgument[]>();

/** Declares a C function that takes the mark of call-mark.ts after its own arguments. */
export function declare<Parameters extends readonly unknown[]>(
  declaration: Declaration<Parameters>,
): Call<Parameters> {
  const { convention, library, name, result = 'long', types, padTo, encode, settle } = declaration;
  const padding = Array<'long'>(Math.max(0, padTo - types.length)).fill('long');
  const native = library.func(name, result, [...types, ...padding, 'uint64_t', 'uint64_t']);
  const argumentsOf = (args: Parameters) => [
    ...encode(...args),
    ...padding.map(() => 0),
    ...markOfCaller(convention),
  ];
  const call = (...args: Parameters): number => {
    const given = argumentsOf(args);
    const returned = keepErrno(() => Number(native(...given)));
    settle?.(returned, ...args);
    return returned;
  };
  const later = async (...args: Parameters): Promise<Returned> => {
    const given = argumentsOf(args);
    underWay.add(given);
    const done = await new Promise<Returned>((resolve, reject) =>
      native.async(...given, (error: Error | null, result: number) =>
        // While this callback runs, koffi restores the errno that the call left.
        error ? reject(error) : resolve({ returned: result, errno: errnoAfter() }),
      ),
    ).finally(() => underWay.delete(given));
    settle?.(done.returned, ...args);
    return done;
  };
  return Object.assign(call, { async: later });
}
