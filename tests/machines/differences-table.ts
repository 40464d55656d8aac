/** In what two runs of one tracee may be unlike. */
export type Aspect = 'calls' | 'signals' | 'stdout' | 'outcome';

export interface Difference {
  tracee: string;
  /** ids of kernels, or all that are not the host's */
  kernels: readonly string[] | 'all';
  aspects: readonly Aspect[];
  why: string;
}

/** Every difference between the tape of a tracee on an own kernel and on the host's. */
export const differencesTable: readonly Difference[] = [
  {
    tracee: 'handles-used-again.c',
    kernels: 'all',
    aspects: ['calls'],
    why: 'user-mode Linux maps from the lowest free address up, so that a ring comes to lie where another one was',
  },
  {
    tracee: 'own-filter-kills.c',
    kernels: 'all',
    aspects: ['calls'],
    why: 'where a filter kills, a register holds ENOSYS, not the number of the call: arch/um/kernel/skas/syscall.c sets it before filters are asked',
  },
  {
    tracee: 'own-filter-traps.c',
    kernels: 'all',
    aspects: ['calls'],
    why: 'the same where a filter makes it a SIGSYS',
  },
  {
    tracee: 'rings-moved.c',
    kernels: ['5.10'],
    aspects: ['calls', 'outcome'],
    why: 'a child that moves its copy of a ring makes the kernel read through a null pointer, and its parent waits for ever: fs/aio.c, aio_ring_mremap(), mended in Linux 6.2 and in what was released of older ones since',
  },
  {
    tracee: 'rings-moved.c',
    kernels: ['7.2'],
    aspects: ['signals', 'outcome'],
    why: 'a child has no copy of its parent’s rings any more: reading one is a SIGSEGV',
  },
  {
    tracee: 'status-of-last-thread.c',
    kernels: ['5.10'],
    aspects: ['outcome'],
    why: 'before Linux 5.18, a process ended with the status of its first thread: kernel/exit.c',
  },
];

/** In what a tracee is unlike on a kernel. */
export const differencesOf = (tracee: string, kernel: string): Aspect[] =>
  differencesTable
    .filter((row) => row.tracee === tracee)
    .filter(({ kernels }) => kernels === 'all' || kernels.includes(kernel))
    .flatMap(({ aspects }) => aspects);
