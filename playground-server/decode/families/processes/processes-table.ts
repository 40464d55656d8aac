import {
  ioPriorityTargets,
  priorityTargets,
  processControls,
  seccompOperations,
  usageTargets,
  waitBits,
  waitTypes,
} from '../../../uapi/x86-64/arguments/other-table.ts';
import { limit } from '../../../uapi/x86-64/arguments/struct-table.ts';
import { resources } from '../../../uapi/process-table.ts';
import { constant, signal } from '../../kinds/constants.ts';
import { flagTable } from '../../kinds/flag-table.ts';
import { descriptor, flags, int, pointer, size, unsigned } from '../../kinds/numbers.ts';
import { structure, type FieldKind } from '../../kinds/structures.ts';
import { text, texts } from '../../kinds/text.ts';
import { constantValue } from '../../make-value.ts';
import { directory } from '../files/file-kinds.ts';
import { call, type CallRow, type Family } from '../family.ts';
import { taskFlags, waitStatus } from './process-kinds.ts';

const options = flags(flagTable(waitBits));
const resource = constant(resources);

/** RLIM_INFINITY of asm-generic/resource.h is all ones. */
const bound: FieldKind = (name, value) =>
  constantValue(name, value, value === 2n ** 64n - 1n ? 'RLIM_INFINITY' : undefined);
const bounds = { rlim_cur: bound, rlim_max: bound };
const given = structure(limit, 'given', bounds);
const filled = structure(limit, 'filled', bounds);

/** Calls that take nothing, and tell who one is. */
const whoAmI: readonly CallRow[] = [
  ...['getpid', 'getppid', 'gettid', 'getuid', 'geteuid', 'getgid', 'getegid', 'getpgrp'],
  'setsid',
].map((name) => call(name, `kernel/sys.c; ${name}(2)`, {}));

/** Processes and threads: their beginning, their end, and who they are. */
export const processesFamily: Family = {
  id: 'processes',
  tape: 'all',
  shown: 'own-line',
  calls: [
    ...whoAmI,
    call('getpgid', 'kernel/sys.c; getpgid(2)', { pid: int }),
    call('setpgid', 'kernel/sys.c; setpgid(2)', { pid: int, pgid: int }),
    call('setuid', 'kernel/sys.c; setuid(2)', { uid: unsigned }),
    call('setgid', 'kernel/sys.c; setgid(2)', { gid: unsigned }),
    call('fork', 'kernel/fork.c; fork(2)', {}),
    call('vfork', 'kernel/fork.c; vfork(2)', {}),
    call('clone', 'kernel/fork.c; clone(2)', {
      flags: taskFlags,
      stack: pointer,
      parent_tid: pointer,
      child_tid: pointer,
      tls: pointer,
    }),
    call('execve', 'fs/exec.c; execve(2)', { pathname: text, argv: texts, envp: texts }),
    call('execveat', 'fs/exec.c; execveat(2)', {
      dirfd: directory,
      pathname: text,
      argv: texts,
      envp: texts,
      flags: int,
    }),
    call('exit', 'kernel/exit.c; _exit(2)', { status: int }),
    call('exit_group', 'kernel/exit.c; exit_group(2)', { status: int }),
    call('wait4', 'kernel/exit.c; wait4(2)', {
      pid: int,
      wstatus: waitStatus,
      options,
      rusage: pointer,
    }),
    call('waitid', 'kernel/exit.c; waitid(2)', {
      idtype: constant(waitTypes),
      id: int,
      infop: pointer,
      options,
      rusage: pointer,
    }),
    call('kill', 'kernel/signal.c; kill(2)', { pid: int, sig: signal }),
    call('tkill', 'kernel/signal.c; tkill(2)', { tid: int, sig: signal }),
    call('tgkill', 'kernel/signal.c; tgkill(2)', { tgid: int, tid: int, sig: signal }),
    call('pidfd_open', 'kernel/pid.c; pidfd_open(2)', { pid: int, flags: unsigned }),
    call('pidfd_send_signal', 'kernel/signal.c; pidfd_send_signal(2)', {
      pidfd: descriptor,
      sig: signal,
      info: pointer,
      flags: unsigned,
    }),
    call('prctl', 'kernel/sys.c; prctl(2)', {
      op: constant(processControls),
      arg2: size,
      arg3: size,
      arg4: size,
      arg5: size,
    }),
    call('seccomp', 'kernel/seccomp.c; seccomp(2)', {
      operation: constant(seccompOperations),
      flags: unsigned,
      args: pointer,
    }),
    call('getrlimit', 'kernel/sys.c; getrlimit(2)', { resource, rlim: filled }),
    call('setrlimit', 'kernel/sys.c; setrlimit(2)', { resource, rlim: given }),
    call('prlimit64', 'kernel/sys.c; prlimit(2)', {
      pid: int,
      resource,
      new_limit: given,
      old_limit: filled,
    }),
    call('getrusage', 'kernel/sys.c; getrusage(2)', {
      who: constant(usageTargets),
      usage: pointer,
    }),
    call('getpriority', 'kernel/sys.c; getpriority(2)', {
      which: constant(priorityTargets),
      who: int,
    }),
    call('setpriority', 'kernel/sys.c; setpriority(2)', {
      which: constant(priorityTargets),
      who: int,
      prio: int,
    }),
    call('ioprio_get', 'block/ioprio.c; ioprio_get(2)', {
      which: constant(ioPriorityTargets),
      who: int,
    }),
    call('ioprio_set', 'block/ioprio.c; ioprio_set(2)', {
      which: constant(ioPriorityTargets),
      who: int,
      ioprio: int,
    }),
  ],
};
