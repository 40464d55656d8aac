import {
  futexBits,
  futexOperations,
  randomBits,
  registerRequests,
  schedulers,
} from '../../../uapi/x86-64/arguments/other-table.ts';
import { filledBuffer } from '../../kinds/buffers.ts';
import { choice, constant } from '../../kinds/constants.ts';
import { flagTable } from '../../kinds/flag-table.ts';
import { onlyIf } from '../../kinds/argument-kind.ts';
import { flags, int, pointer, size, unsigned } from '../../kinds/numbers.ts';
import { timespec } from '../../kinds/timespec.ts';
import { call, type Family } from '../family.ts';

const { FUTEX_WAIT, FUTEX_WAKE, FUTEX_WAIT_BITSET, FUTEX_LOCK_PI, FUTEX_LOCK_PI2 } =
  futexOperations;
const operationBits = 0x7fn;
const operation = (registers: readonly bigint[]) => Number((registers[1] ?? 0n) & operationBits);
const waiting: readonly number[] = [FUTEX_WAIT, FUTEX_WAIT_BITSET, FUTEX_LOCK_PI, FUTEX_LOCK_PI2];
const withMore = (registers: readonly bigint[]) =>
  operation(registers) !== FUTEX_WAIT && operation(registers) !== FUTEX_WAKE;
const who = { pid: int };

/** Locks, threads and scheduling, and what machine this is. */
export const threadsFamily: Family = {
  id: 'threads',
  tape: 'all',
  shown: 'own-line',
  calls: [
    call('futex', 'kernel/futex/syscalls.c; futex(2)', {
      uaddr: pointer,
      op: choice(futexOperations, operationBits, futexBits),
      val: unsigned,
      timeout: onlyIf((registers) => waiting.includes(operation(registers)), timespec),
      uaddr2: onlyIf(withMore, pointer),
      val3: onlyIf(withMore, unsigned),
    }),
    call('set_robust_list', 'kernel/futex/syscalls.c; set_robust_list(2)', { head: pointer, size }),
    call('set_tid_address', 'kernel/fork.c; set_tid_address(2)', { tidptr: pointer }),
    call('rseq', 'kernel/rseq.c', { rseq: pointer, rseq_len: unsigned, flags: int, sig: unsigned }),
    call('membarrier', 'kernel/sched/membarrier.c; membarrier(2)', {
      cmd: int,
      flags: unsigned,
      cpu_id: int,
    }),
    call('arch_prctl', 'arch/x86/kernel/process_64.c; arch_prctl(2)', {
      op: constant(registerRequests),
      addr: pointer,
    }),
    call('sched_yield', 'kernel/sched/syscalls.c; sched_yield(2)', {}),
    call('sched_getaffinity', 'kernel/sched/syscalls.c; sched_setaffinity(2)', {
      ...who,
      cpusetsize: size,
      mask: pointer,
    }),
    call('sched_setaffinity', 'kernel/sched/syscalls.c; sched_setaffinity(2)', {
      ...who,
      cpusetsize: size,
      mask: pointer,
    }),
    call('sched_getscheduler', 'kernel/sched/syscalls.c; sched_setscheduler(2)', who),
    call('sched_setscheduler', 'kernel/sched/syscalls.c; sched_setscheduler(2)', {
      ...who,
      policy: constant(schedulers),
      param: pointer,
    }),
    call('sched_getparam', 'kernel/sched/syscalls.c; sched_setparam(2)', {
      ...who,
      param: pointer,
    }),
    call('sched_setparam', 'kernel/sched/syscalls.c; sched_setparam(2)', {
      ...who,
      param: pointer,
    }),
    call('getcpu', 'kernel/sys.c; getcpu(2)', { cpu: pointer, node: pointer }),
    call('uname', 'kernel/sys.c; uname(2)', { buf: pointer }),
    call('sysinfo', 'kernel/sys.c; sysinfo(2)', { info: pointer }),
    call('getrandom', 'drivers/char/random.c; getrandom(2)', {
      buf: filledBuffer,
      size,
      flags: flags(flagTable(randomBits)),
    }),
  ],
};
