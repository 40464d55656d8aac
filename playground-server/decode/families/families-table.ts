import { aioFamily } from './aio/aio-table.ts';
import { eventsFamily } from './events/events-table.ts';
import type { Family } from './family.ts';
import { filesFamily } from './files/files-table.ts';
import { namesFamily } from './files/names-table.ts';
import { ipcFamily } from './ipc/ipc-table.ts';
import { memoryFamily } from './memory/memory-table.ts';
import { processesFamily } from './processes/processes-table.ts';
import { signalsFamily } from './signals/signals-table.ts';
import { socketsFamily } from './sockets/sockets-table.ts';
import { threadsFamily } from './threads/threads-table.ts';
import { timeFamily } from './time/time-table.ts';

/** Every call whose arguments have names has a row in one of these. */
export const families: readonly Family[] = [
  aioFamily,
  filesFamily,
  namesFamily,
  eventsFamily,
  socketsFamily,
  memoryFamily,
  processesFamily,
  signalsFamily,
  timeFamily,
  threadsFamily,
  ipcFamily,
];
