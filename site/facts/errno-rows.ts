import { callsInOrder } from './calls-in-order.ts';
import { errnoMatrix } from './errno-matrix.ts';
import { families } from './families.ts';
import { referenceTo } from './volumes.ts';

/** Every errno of every call. */
export const errnoRows = errnoMatrix(callsInOrder);

/** The calls of each family that has any, with their errnos. */
export const errnoTables = families
  .map(({ pages }) => callsInOrder.filter(({ page }) => pages.includes(referenceTo('call', page))))
  .filter((calls) => calls.length > 0)
  .map((calls) => ({ columns: calls.map(({ page }) => page), rows: errnoMatrix(calls) }));
