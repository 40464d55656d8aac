import { intervalTimers, timerBits } from '../../../uapi/x86-64/arguments/other-table.ts';
import { constant } from '../../kinds/constants.ts';
import { flagTable } from '../../kinds/flag-table.ts';
import { flags, int, pointer, unsigned } from '../../kinds/numbers.ts';
import { timespec } from '../../kinds/timespec.ts';
import { words } from '../../kinds/structures.ts';
import { call, type Family } from '../family.ts';
import { clock, filledTimespec, filledTimeval, intervalSpec, timerSpec } from './time-kinds.ts';

const which = constant(intervalTimers);
const timerFlags = flags(flagTable(timerBits));

/** Clocks, sleeps and timers. Most programs ask the vDSO for the time, which is no call. */
export const timeFamily: Family = {
  id: 'time',
  tape: 'all',
  shown: 'own-line',
  calls: [
    call('nanosleep', 'kernel/time/hrtimer.c; nanosleep(2)', {
      duration: timespec,
      rem: pointer,
    }),
    call('clock_nanosleep', 'kernel/time/posix-timers.c; clock_nanosleep(2)', {
      clockid: clock,
      flags: timerFlags,
      t: timespec,
      remain: pointer,
    }),
    call('clock_gettime', 'kernel/time/posix-timers.c; clock_gettime(2)', {
      clockid: clock,
      tp: filledTimespec,
    }),
    call('clock_getres', 'kernel/time/posix-timers.c; clock_getres(2)', {
      clockid: clock,
      res: filledTimespec,
    }),
    call('gettimeofday', 'kernel/time/time.c; gettimeofday(2)', { tv: filledTimeval, tz: pointer }),
    call('time', 'kernel/time/time.c; time(2)', { tloc: pointer }),
    call('times', 'kernel/sys.c; times(2)', { buf: pointer }),
    call('alarm', 'kernel/time/itimer.c; alarm(2)', { seconds: unsigned }),
    call('getitimer', 'kernel/time/itimer.c; getitimer(2)', {
      which,
      curr_value: intervalSpec('filled'),
    }),
    call('setitimer', 'kernel/time/itimer.c; setitimer(2)', {
      which,
      new_value: intervalSpec('given'),
      old_value: intervalSpec('filled'),
    }),
    call('timer_create', 'kernel/time/posix-timers.c; timer_create(2)', {
      clockid: clock,
      sevp: pointer,
      timerid: words('s32', 'filled', { count: 1 }),
    }),
    call('timer_settime', 'kernel/time/posix-timers.c; timer_settime(2)', {
      timerid: int,
      flags: timerFlags,
      new_value: timerSpec('given'),
      old_value: timerSpec('filled'),
    }),
    call('timer_gettime', 'kernel/time/posix-timers.c; timer_gettime(2)', {
      timerid: int,
      curr_value: timerSpec('filled'),
    }),
    call('timer_getoverrun', 'kernel/time/posix-timers.c; timer_getoverrun(2)', { timerid: int }),
    call('timer_delete', 'kernel/time/posix-timers.c; timer_delete(2)', { timerid: int }),
  ],
};
