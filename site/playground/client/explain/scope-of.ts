import type { DecodedValue } from '../../../../playground-server/protocol/index.ts';
import type { RequestFate } from '../../../facts/sign-schema.ts';
import { contextOf, requestsOf } from '../requests.ts';
import type { RunState, TapeRow } from '../run-state.ts';
import { contextFate } from './context-fate.ts';
import type { Scope } from './judge.ts';
import { addressOf } from './number-of.ts';

/** The part of a run that errnos are explained from. */
export type Tape = Pick<RunState, 'rows' | 'environment'>;

/**
 * What can be asked about a failed call; `iocb` is the one that an event is about, else the first
 * of a list: io_submit fails only on that.
 */
export function scopeOf(row: TapeRow, tape: Tape, iocb = firstIocb(row)): Scope {
  const values = iocb ? [...row.arguments, { ...iocb, name: 'iocb' }] : row.arguments;
  return {
    read: (path) => at(values, path.split('.')),
    contextFate: ({ text }) => contextFate(text, row, tape.rows),
    requestFate: (value) => requestFate(addressOf(value), row, tape.rows),
    aioMaxNr: tape.environment?.aioMaxNr ?? null,
  };
}

const firstIocb = ({ arguments: args }: TapeRow): DecodedValue | undefined =>
  args.find(({ name }) => name === 'iocbpp')?.fields?.[0];

function at(values: readonly DecodedValue[], [step, ...rest]: string[]): readonly DecodedValue[] {
  const found = step === '*' ? values : values.filter(({ name }) => name === step);
  return rest.length === 0 ? found : found.flatMap(({ fields = [] }) => at(fields, rest));
}

/** What had become of the newest request with this iocb when a call asked for it. */
function requestFate(iocb: string, row: TapeRow, rows: readonly TapeRow[]): RequestFate | null {
  const earlier = rows.filter(({ call }) => call < row.call);
  const request = requestsOf(earlier).findLast((each) => each.iocb === iocb);
  if (!request) return null;
  if (request.context !== contextOf(row)) return 'in-other-context';
  if (request.reapedBy) return 'reaped';
  return request.cancelledBy ? 'cancelled' : 'in-flight';
}
