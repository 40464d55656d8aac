import { long, pointer, unsigned } from '../../kinds/numbers.ts';
import { timespec } from '../../kinds/timespec.ts';
import type { Family } from '../family.ts';
import { aioContext, aioContextPointer } from './aio-context.ts';
import { aioSigset } from './aio-sigset.ts';
import { ioEvents } from './io-events.ts';
import { iocb, iocbList } from './iocb.ts';

const wait = [
  ['ctx_id', aioContext],
  ['min_nr', long],
  ['nr', long],
  ['events', ioEvents],
  ['timeout', timespec],
] as const;

/** Linux native AIO, in the order in which a program meets the calls. */
export const aioFamily: Family = {
  id: 'aio',
  tape: 'aio',
  shown: 'always',
  reason: 'the calls this manual is about',
  calls: [
    {
      name: 'io_setup',
      source: 'fs/aio.c; io_setup(2)',
      args: [
        ['nr_events', unsigned],
        ['ctx_idp', aioContextPointer],
      ],
    },
    {
      name: 'io_submit',
      source: 'fs/aio.c; io_submit(2)',
      args: [
        ['ctx_id', aioContext],
        ['nr', long],
        ['iocbpp', iocbList({ count: 1 })],
      ],
    },
    { name: 'io_getevents', source: 'fs/aio.c; io_getevents(2)', args: wait },
    {
      name: 'io_pgetevents',
      // It has no manual page; its last argument is named as in fs/aio.c.
      source: 'fs/aio.c; <libaio.h>',
      args: [...wait, ['usig', aioSigset]],
    },
    {
      name: 'io_cancel',
      source: 'fs/aio.c; io_cancel(2)',
      args: [
        ['ctx_id', aioContext],
        ['iocb', iocb],
        // Not written since Linux 3.11, so its target is not shown.
        ['result', pointer],
      ],
    },
    { name: 'io_destroy', source: 'fs/aio.c; io_destroy(2)', args: [['ctx_id', aioContext]] },
  ],
};
