import { decodeErrno } from '../../../playground-server/decode/decode-errno.ts';
import {
  constantValue,
  handleValue,
  numberValue,
  pointerTo,
  pointerValue,
  structValue,
} from '../../../playground-server/decode/make-value.ts';
import { printValue } from '../../../playground-server/protocol/index.ts';
import type {
  DecodedValue,
  Errno,
  UnstampedEvent,
} from '../../../playground-server/protocol/index.ts';
import { entry, exit } from './events.ts';

type Call = [UnstampedEvent, UnstampedEvent];

/** The handle that all these calls use. */
const handle = 0xcn;
const ctx = handleValue('ctx_id', handle);

function call(
  number: number,
  name: string,
  returned: string,
  args: DecodedValue[],
  errno: Errno | null = null,
): Call {
  return [
    { ...entry(number, name), arguments: args } as UnstampedEvent,
    { ...exit(number, returned, errno, name), arguments: args } as UnstampedEvent,
  ];
}

/** io_setup that makes the context. */
export const setsUp = (number: number): Call =>
  call(number, 'io_setup', '0', [
    numberValue('nr_events', 8n),
    pointerTo('ctx_idp', 1n, handleValue('*ctx_idp', handle)),
  ]);

const listOf = (name: string, fields: DecodedValue[]): DecodedValue =>
  printValue({ name, kind: 'array', count: `${fields.length}`, leftOut: '0', fields });

/** An iocb at an address, as a list shows it. */
export const iocbAt = (name: string, address: string): DecodedValue =>
  printValue({
    name,
    kind: 'struct',
    address,
    byAddress: true,
    fields: [constantValue('aio_lio_opcode', 5n, 'IOCB_CMD_POLL')],
  });

/** io_submit of iocbs at these addresses, of which it takes this many. */
export const submits = (number: number, iocbs: string[], taken = iocbs.length): Call =>
  call(number, 'io_submit', String(taken), [
    ctx,
    numberValue('nr', BigInt(iocbs.length)),
    listOf(
      'iocbpp',
      iocbs.map((address, at) => iocbAt(`iocbpp[${at}]`, address)),
    ),
  ]);

const result = (value: bigint): DecodedValue =>
  printValue({ name: 'res', kind: 'result', value: `${value}`, errno: decodeErrno(value) });

/** The array of events that a call has stored: one for each of these iocbs, with this result. */
export const eventsWith = (iocbs: string[], res = 1n): DecodedValue =>
  listOf(
    'events',
    iocbs.map((address, at) =>
      structValue(`events[${at}]`, [pointerValue('obj', BigInt(address)), result(res)]),
    ),
  );

/** io_getevents that fetches the events of these iocbs, with room for this many. */
export const reaps = (number: number, iocbs: string[], room = iocbs.length): Call =>
  call(number, 'io_getevents', String(iocbs.length), [
    ctx,
    numberValue('nr', BigInt(room)),
    eventsWith(iocbs),
  ]);

export const destroys = (number: number): Call => call(number, 'io_destroy', '0', [ctx]);

/** A call on the context that fails. */
export const tries = (
  number: number,
  name: string,
  errno: Errno,
  more: DecodedValue[] = [],
): Call => call(number, name, '-1', [ctx, ...more], errno);
