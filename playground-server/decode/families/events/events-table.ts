import {
  epollBits,
  epollOperations,
  eventfdBits,
  signalfdBits,
  timerfdBits,
  timerfdSetBits,
} from '../../../uapi/x86-64/arguments/event-table.ts';
import { openBits } from '../../../uapi/x86-64/arguments/file-table.ts';
import { clocks } from '../../../uapi/x86-64/arguments/other-table.ts';
import { timeval } from '../../../uapi/x86-64/arguments/struct-table.ts';
import { constant } from '../../kinds/constants.ts';
import { flagTable } from '../../kinds/flag-table.ts';
import { descriptor, flags, int, pointer, size, unsigned } from '../../kinds/numbers.ts';
import { signalSet } from '../../kinds/signal-set.ts';
import { structure, words } from '../../kinds/structures.ts';
import { timespec } from '../../kinds/timespec.ts';
import { descriptorValue } from '../../make-value.ts';
import { call, type Family } from '../family.ts';
import { timerSpec } from '../time/time-kinds.ts';
import { descriptorSet, epollList, epollWish, pollList } from './event-kinds.ts';

const fd = descriptor;
const bits = (table: Readonly<Record<string, number>>) => flags(flagTable(table));
const ends = words('s32', 'filled', { count: 2 }, (name, value) => descriptorValue(name, value));
const mask = signalSet('given');
const sets = { readfds: descriptorSet, writefds: descriptorSet, exceptfds: descriptorSet };
const wait = { epfd: fd, events: epollList, maxevents: int };

/** Descriptors to wait for, and the calls that wait. */
export const eventsFamily: Family = {
  id: 'events',
  tape: 'files',
  shown: 'own-line',
  calls: [
    call('eventfd', 'fs/eventfd.c; eventfd(2)', { initval: unsigned }),
    call('eventfd2', 'fs/eventfd.c; eventfd(2)', { initval: unsigned, flags: bits(eventfdBits) }),
    call('pipe', 'fs/pipe.c; pipe(2)', { pipefd: ends }),
    call('pipe2', 'fs/pipe.c; pipe2(2)', { pipefd: ends, flags: bits(openBits) }),
    call('poll', 'fs/select.c; poll(2)', { fds: pollList, nfds: unsigned, timeout: int }),
    call('ppoll', 'fs/select.c; ppoll(2)', {
      fds: pollList,
      nfds: unsigned,
      tmo_p: timespec,
      sigmask: mask,
      sigsetsize: size,
    }),
    call('select', 'fs/select.c; select(2)', {
      nfds: int,
      ...sets,
      timeout: structure(timeval, 'given'),
    }),
    call('pselect6', 'fs/select.c; pselect(2)', {
      nfds: int,
      ...sets,
      timeout: timespec,
      sigmask: pointer,
    }),
    call('epoll_create', 'fs/eventpoll.c; epoll_create(2)', { size: int }),
    call('epoll_create1', 'fs/eventpoll.c; epoll_create1(2)', { flags: bits(epollBits) }),
    call('epoll_ctl', 'fs/eventpoll.c; epoll_ctl(2)', {
      epfd: fd,
      op: constant(epollOperations),
      fd,
      event: epollWish,
    }),
    call('epoll_wait', 'fs/eventpoll.c; epoll_wait(2)', { ...wait, timeout: int }),
    call('epoll_pwait', 'fs/eventpoll.c; epoll_pwait(2)', {
      ...wait,
      timeout: int,
      sigmask: mask,
      sigsetsize: size,
    }),
    call('epoll_pwait2', 'fs/eventpoll.c; epoll_pwait2(2)', {
      ...wait,
      timeout: timespec,
      sigmask: mask,
      sigsetsize: size,
    }),
    call('timerfd_create', 'fs/timerfd.c; timerfd_create(2)', {
      clockid: constant(clocks),
      flags: bits(timerfdBits),
    }),
    call('timerfd_settime', 'fs/timerfd.c; timerfd_settime(2)', {
      fd,
      flags: bits(timerfdSetBits),
      new_value: timerSpec('given'),
      old_value: timerSpec('filled'),
    }),
    call('timerfd_gettime', 'fs/timerfd.c; timerfd_gettime(2)', {
      fd,
      curr_value: timerSpec('filled'),
    }),
    call('signalfd', 'fs/signalfd.c; signalfd(2)', { fd, mask, size }),
    call('signalfd4', 'fs/signalfd.c; signalfd(2)', { fd, mask, size, flags: bits(signalfdBits) }),
    call('inotify_init', 'fs/notify/inotify/inotify_user.c; inotify_init(2)', {}),
    call('inotify_init1', 'fs/notify/inotify/inotify_user.c; inotify_init1(2)', {
      flags: bits(openBits),
    }),
  ],
};
