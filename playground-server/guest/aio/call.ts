import type koffi from 'koffi';
import { markOfCaller, type conventions } from '../call-mark.ts';
import { errnoAfter, keepErrno } from './errno.ts';
import type { Pointer } from './memory.ts';

/** What an asynchronous call ended with: errno belongs to the thread that made it. */
export interface Returned {
  returned: number;
  errno: number;
}

/** A function that makes one system call. */
export interface Call<Parameters extends readonly unknown[]> {
  (...args: Parameters): number;
  /** The same call on a thread of Node's pool, so that a blocking one does not hold up the snippet. */
  async(...args: Parameters): Promise<Returned>;
}

export type NativeArgument = number | bigint | Buffer | Pointer;

type Library = ReturnType<typeof koffi.load>;

export interface Declaration<Parameters extends readonly unknown[]> {
  convention: keyof typeof conventions;
  library: Library;
  /** the C function, and the types of what `encode` gives */
  name: string;
  result?: 'int' | 'long';
  types: readonly ('long' | 'void *')[];
  /** arguments of the C function that travel before the stack is used */
  padTo: number;
  encode(...args: Parameters): NativeArgument[];
  /** the call came back */
  settle?(returned: number, ...args: Parameters): void;
}

/** Arguments of the asynchronous calls under way: nobody else would keep their memory alive. */
const underWay = new Set<readonly NativeArgument[]>();

/** Declares a C function with the mark of call-mark.ts behind its arguments. */
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
        // koffi restores the errno of the call for the time of this callback.
        error ? reject(error) : resolve({ returned: Number(result), errno: errnoAfter() }),
      ),
    ).finally(() => underWay.delete(given));
    settle?.(done.returned, ...args);
    return done;
  };
  return Object.assign(call, { async: later });
}
