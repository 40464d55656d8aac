// Written by `npm run tables`: edit scripts/tables/ instead.

/** Whom a timer tells that it has run out; asm-generic/siginfo.h. */
export const timerNotices = {
  SIGEV_THREAD_ID: 4,
} as const;

/** Clocks that timers run by; linux/time.h. */
export const clocks = {
  CLOCK_MONOTONIC: 1,
} as const;

/** `struct sigevent`, what a timer does when it runs out; asm-generic/siginfo.h. */
export const sigevent = {
  bytes: 64,
  fields: {
    signo: 8,
    notify: 12,
    thread: 16,
  },
} as const;

/** `struct itimerspec`, when a timer runs out, and how often; linux/time.h. */
export const itimerspec = {
  bytes: 32,
  fields: {
    intervalNs: 8,
    valueNs: 24,
  },
} as const;
