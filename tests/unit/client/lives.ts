import type {
  DecodedValue,
  Errno,
  UnstampedEvent,
} from '../../../playground-server/protocol/index.ts';
import { entry, exit } from './events.ts';

type Call = [UnstampedEvent, UnstampedEvent];

/** The handle that all these calls use. */
const handle = '0xc';
const ctx: DecodedValue = { name: 'ctx_id', text: handle };

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

const pointerTo = (name: string, target: DecodedValue): DecodedValue => ({
  name,
  text: `0x1 → ${target.text}`,
  fields: [target],
});

/** io_setup that makes the context. */
export const setsUp = (number: number): Call =>
  call(number, 'io_setup', '0', [
    { name: 'nr_events', text: '8', value: '8' },
    pointerTo('ctx_idp', { name: '*ctx_idp', text: handle }),
  ]);

/** io_submit of iocbs at these addresses, of which it takes so many. */
export const submits = (number: number, iocbs: string[], taken = iocbs.length): Call =>
  call(number, 'io_submit', String(taken), [
    ctx,
    { name: 'nr', text: String(iocbs.length), value: String(iocbs.length) },
    {
      name: 'iocbpp',
      text: '[…]',
      fields: iocbs.map((address, at) => ({
        name: `iocbpp[${at}]`,
        text: `${address} → {…}`,
        fields: [{ name: 'aio_lio_opcode', text: 'IOCB_CMD_POLL', value: '5' }],
      })),
    },
  ]);

/** io_getevents that fetches the events of these iocbs, with room for so many. */
export const reaps = (number: number, iocbs: string[], room = iocbs.length): Call =>
  call(number, 'io_getevents', String(iocbs.length), [
    ctx,
    { name: 'nr', text: String(room), value: String(room) },
    {
      name: 'events',
      text: '[…]',
      fields: iocbs.map((address, at) => ({
        name: `events[${at}]`,
        text: '{…}',
        fields: [
          { name: 'obj', text: address },
          { name: 'res', text: '1', value: '1' },
        ],
      })),
    },
  ]);

export const destroys = (number: number): Call => call(number, 'io_destroy', '0', [ctx]);

/** A call on the context that fails. */
export const tries = (
  number: number,
  name: string,
  errno: Errno,
  more: DecodedValue[] = [],
): Call => call(number, name, '-1', [ctx, ...more], errno);
