import { fieldsOf, named } from '../../../../playground-server/protocol/decoded-fields.ts';
import type { DecodedValue } from '../../../../playground-server/protocol/index.ts';
import type { OperationFate } from '../../../facts/sign-schema.ts';
import { operationsOf } from '../operations.ts';
import { addressOf, contextOf } from '../row-values.ts';
import type { RunState, TapeRow } from '../run-state.ts';
import { contextFate } from './context-fate.ts';
import type { Scope } from './judge-sign.ts';

/** The part of a run from which errnos are explained. */
export type Tape = Pick<RunState, 'rows' | 'environment'>;

/** What a call was given, and the fields of the only iocb that can make it fail. */
export function valuesOf(row: TapeRow): readonly DecodedValue[] {
  const iocb = firstIocb(row);
  return [...row.arguments, ...(iocb ? fieldsOf(iocb) : [])];
}

/**
 * What can be looked up about a failed call. `iocb` is the one that an event refers to; by default
 * the first of a list, which is the only one that can make io_submit fail.
 */
export function scopeOf(row: TapeRow, tape: Tape, iocb = firstIocb(row)): Scope {
  const values = iocb ? [...row.arguments, { ...iocb, name: 'iocb' }] : row.arguments;
  return {
    read: (path) => at(values, path.split('.')),
    contextFate: (handle) => contextFate(handle, row, tape.rows),
    operationFate: (value) => operationFate(addressOf(value), row, tape.rows),
    aioMaxNr: tape.environment?.aioMaxNr ?? null,
  };
}

function firstIocb({ arguments: args }: TapeRow): DecodedValue | undefined {
  const list = named(args, 'iocbpp');
  return list && fieldsOf(list)[0];
}

function at(values: readonly DecodedValue[], [step, ...rest]: string[]): readonly DecodedValue[] {
  const found = step === '*' ? values : values.filter(({ name }) => name === step);
  return rest.length === 0 ? found : found.flatMap((value) => at(fieldsOf(value), rest));
}

/** The state of the newest operation with this iocb when a call referred to it. */
function operationFate(
  iocb: string | null,
  asking: TapeRow,
  rows: readonly TapeRow[],
): OperationFate | null {
  const isEarlier = (row: TapeRow | null) => row !== null && row.call < asking.call;
  const operation = operationsOf(rows)
    .byIocb.get(iocb ?? '')
    ?.findLast(({ submittedBy }) => isEarlier(submittedBy));
  if (!operation) return null;
  if (operation.context !== contextOf(asking)) return 'in-other-context';
  if (isEarlier(operation.reapedBy)) return 'reaped';
  return isEarlier(operation.cancelledBy) ? 'cancelled' : 'in-flight';
}
