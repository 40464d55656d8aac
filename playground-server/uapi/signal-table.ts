// Written by `npm run tables`: edit scripts/tables/ instead.

/** Signals by name; asm/signal.h. */
export const signals = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGTRAP: 5,
  SIGABRT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGSEGV: 11,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGSTKFLT: 16,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGTSTP: 20,
  SIGTTIN: 21,
  SIGTTOU: 22,
  SIGURG: 23,
  SIGXCPU: 24,
  SIGXFSZ: 25,
  SIGVTALRM: 26,
  SIGPROF: 27,
  SIGWINCH: 28,
  SIGIO: 29,
  SIGPWR: 30,
  SIGSYS: 31,
} as const;

/** The first real-time signal as the kernel counts, and how many signals there are; asm-generic/signal.h. */
export const realTime = {
  SIGRTMIN: 32,
  _NSIG: 64,
} as const;

/** Values of si_code: who sent a signal; asm-generic/siginfo.h. */
export const signalCodes = {
  SI_TKILL: -6,
  SI_USER: 0,
  SI_KERNEL: 128,
} as const;
