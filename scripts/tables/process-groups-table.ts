import { constants } from './constants.ts';

/** Errnos, signals, and whatever else a server does with processes. */
export const errnos = constants({
  object: 'errnos',
  about:
    'Errnos by name; asm-generic/errno-base.h, asm-generic/errno.h. EAGAIN and EDEADLK stand for their aliases.',
  from: 'asm/errno.h',
  names: /^E[A-Z0-9]+$/,
  numbersAreUnique: true,
  topic: 'errnos',
});

export const signalGroups = [
  constants({
    object: 'signals',
    about: 'Signals by name; asm/signal.h.',
    from: 'asm/signal.h',
    names: /^SIG[A-Z0-9]+$/,
    except: ['SIGSTKSZ', 'SIGRTMIN', 'SIGRTMAX'],
    numbersAreUnique: true,
  }),
  constants({
    object: 'realTime',
    about:
      'The first real-time signal as the kernel counts, and how many signals there are; asm-generic/signal.h.',
    from: 'asm-generic/signal.h',
    names: ['SIGRTMIN', '_NSIG'],
  }),
  constants({
    object: 'signalCodes',
    about: 'Values of si_code: who sent a signal; asm-generic/siginfo.h.',
    from: 'asm/siginfo.h',
    names: ['SI_USER', 'SI_KERNEL', 'SI_TKILL'],
  }),
];

export const processGroups = [
  constants({
    object: 'cloneFlags',
    about: 'What a new task shares; linux/sched.h.',
    from: 'linux/sched.h',
    names: ['CLONE_VM', 'CLONE_THREAD'],
    hexadecimal: true,
  }),
  constants({
    object: 'waitOptions',
    about: 'Whom waitpid(2) waits for, and whether; linux/wait.h.',
    from: 'linux/wait.h',
    names: ['WNOHANG', '__WALL', '__WNOTHREAD'],
    hexadecimal: true,
  }),
  constants({
    object: 'prctlOptions',
    about: 'First argument of prctl(2); linux/prctl.h.',
    from: 'linux/prctl.h',
    names: ['PR_SET_SECCOMP', 'PR_SET_MEMORY_MERGE'],
    topic: 'prctl options',
  }),
  constants({
    object: 'resources',
    about: 'What prlimit(2) limits; asm-generic/resource.h.',
    from: 'asm/resource.h',
    names: /^RLIMIT_[A-Z]+$/,
  }),
];
