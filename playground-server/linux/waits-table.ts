/** Where the arguments of a call that waits say what for, and how long. */
interface Wait {
  /** of fs/aio.c: it may come back with some of the events, and then waits for the others */
  gathers?: { least: number; most: number; events: number };
  /** a pointer to a struct timespec, or an int of milliseconds; without, it waits for ever */
  timeout?: { at: number; is: 'timespec' | 'milliseconds' };
}

const timespecAt = (at: number): Wait => ({ timeout: { at, is: 'timespec' } });
const millisecondsAt = (at: number): Wait => ({ timeout: { at, is: 'milliseconds' } });
const ringWait: Wait = { gathers: { least: 1, most: 2, events: 3 }, ...timespecAt(4) };

/**
 * Calls that any signal ends, and that the kernel does not make again by itself once it finds that the
 * signal was ignored; signal(7), "Interruption of system calls". Of those of fs/aio.c, io_pgetevents is
 * made again by the kernel, but with its whole timeout.
 */
export const waits: Readonly<Record<string, Wait>> = {
  io_getevents: ringWait,
  io_pgetevents: ringWait,
  epoll_wait: millisecondsAt(3),
  epoll_pwait: millisecondsAt(3),
  epoll_pwait2: timespecAt(3),
  rt_sigtimedwait: timespecAt(2),
  semop: {},
  semtimedop: timespecAt(3),
};
