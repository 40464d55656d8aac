import { argumentStructs } from './argument-structs-table.ts';
import {
  eventArgumentGroups,
  fileArgumentGroups,
  otherArgumentGroups,
  socketArgumentGroups,
} from './argument-groups-table.ts';
import {
  guestConstants,
  iocbCommands,
  iocbFlags,
  pollEvents,
  priorityClasses,
  priorityPlaces,
  readWriteFlags,
} from './aio-groups-table.ts';
import { constants, systemCalls } from './constants.ts';
import { errnos, processGroups, signalGroups } from './process-groups-table.ts';
import { aioStructs } from './structs-table.ts';
import type { Group, TableFile } from './table-file.ts';
import {
  filterInstallation,
  ptraceGroups,
  seccompGroups,
  timerGroups,
} from './tracing-groups-table.ts';

const ofTheServer: Readonly<Record<string, readonly Group[]>> = {
  'errno-table.ts': [errnos],
  'signal-table.ts': signalGroups,
  'process-table.ts': processGroups,
  'seccomp-table.ts': seccompGroups,
  'aio-table.ts': [
    iocbCommands,
    iocbFlags,
    readWriteFlags,
    pollEvents,
    priorityClasses,
    priorityPlaces,
  ],
  'x86-64/arguments/file-table.ts': fileArgumentGroups,
  'x86-64/arguments/event-table.ts': eventArgumentGroups,
  'x86-64/arguments/socket-table.ts': socketArgumentGroups,
  'x86-64/arguments/struct-table.ts': argumentStructs,
  'x86-64/arguments/other-table.ts': otherArgumentGroups,
  'x86-64/syscall-table.ts': [systemCalls('x86-64', 'asm/unistd_64.h')],
  'x86-64/aio-struct-table.ts': aioStructs('x86-64', 'layout'),
  'x86-64/ptrace-table.ts': ptraceGroups,
  'x86-64/timer-table.ts': timerGroups,
  'i386/syscall-table.ts': [systemCalls('i386', 'asm/unistd_32.h')],
  'i386/aio-struct-table.ts': aioStructs('i386', 'layout'),
  'x32/syscall-table.ts': [
    constants({
      object: 'callBits',
      about: 'What tells a call of x32 from one of x86-64; asm/unistd.h.',
      from: 'asm/unistd.h',
      abis: ['x32'],
      names: ['__X32_SYSCALL_BIT'],
      hexadecimal: true,
    }),
    systemCalls('x32', 'asm/unistd_x32.h'),
  ],
};

/** Calls of x86-64 for what lies in a sandbox. */
const guestCalls = (about: string, names: RegExp): Group => ({
  ...systemCalls('x86-64', 'asm/unistd_64.h'),
  about: `${about}; asm/unistd_64.h.`,
  names,
  topic: undefined,
});

/** The guest lies in a sandbox without the server's folders, so it has tables of its own. */
const ofTheGuest: Readonly<Record<string, readonly Group[]>> = {
  'seccomp-table.ts': [
    guestCalls('The number of seccomp(2) on x86-64', /^__NR_seccomp$/),
    ...filterInstallation,
  ],
};

/** So has the module `aio`, which snippets import. */
const ofTheModule: Readonly<Record<string, readonly Group[]>> = {
  'constants-table.ts': guestConstants,
  'abi-table.ts': [
    guestCalls(
      'The six system calls of x86-64',
      /^__NR_io_(setup|destroy|submit|cancel|getevents|pgetevents)$/,
    ),
    ...aioStructs('x86-64', 'offsets'),
  ],
};

const inFolder = (folder: string, tables: Readonly<Record<string, readonly Group[]>>) =>
  Object.entries(tables).map(([name, groups]): TableFile => ({
    path: `${folder}/${name}`,
    groups,
  }));

export const tableFiles: readonly TableFile[] = [
  ...inFolder('playground-server/uapi', ofTheServer),
  ...inFolder('playground-server/guest', ofTheGuest),
  ...inFolder('playground-server/guest/aio', ofTheModule),
];
