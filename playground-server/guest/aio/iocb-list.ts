import type { Iocb } from './iocb.ts';
import { addressOf, type Pointer } from './memory.ts';

const pointerBytes = 8;

/**
 * What io_submit takes as `iocbpp`: a list of iocbs and raw addresses, or the address of a list.
 */
export type IocbList = readonly (Iocb | Pointer)[] | Pointer;

/** Writes the array of pointers; a raw address of one is passed through. */
export function listMemory(list: IocbList): Buffer | Pointer {
  if (list === null || typeof list === 'bigint') return list;
  const memory = Buffer.alloc(pointerBytes * list.length);
  list.forEach((iocb, index) =>
    memory.writeBigUInt64LE(BigInt.asUintN(64, addressOf(iocb)), index * pointerBytes),
  );
  return memory;
}
