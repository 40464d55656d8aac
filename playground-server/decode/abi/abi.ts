import type { AioStructs } from './aio-structs.ts';

/**
 * The agreement between the kernel and one kind of program: which number means which call, and how
 * structures are laid out in memory. One row for each; all of them are little-endian.
 */
export interface Abi {
  name: 'x86-64' | 'i386';
  /** of a register, a pointer and a long */
  wordBytes: 4 | 8;
  /** system calls by number and by name */
  callNames: ReadonlyMap<number, string>;
  callNumbers: ReadonlyMap<string, number>;
  errnoNames: ReadonlyMap<number, string>;
  signalNames: ReadonlyMap<number, string>;
  structs: AioStructs;
}
