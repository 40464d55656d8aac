import { accessModes, fcntlNames, openBits } from '../../uapi/x86-64/arguments/file-table.ts';
import { allow, clear, equals, type PolicyRow } from './policy.ts';

const { O_WRONLY, O_RDWR } = accessModes;
const { O_CREAT, O_TRUNC } = openBits;
const { F_GETFL } = fcntlNames;
const writing = BigInt(O_WRONLY | O_RDWR | O_CREAT | O_TRUNC);

/** SECCOMP_SET_MODE_FILTER; linux/seccomp.h */
const setFilter = 1;

/** What a zygote may do beside what tools may: give its children a filter, which loosens nothing. */
export const installsFilters: PolicyRow = {
  ...allow('a stricter filter for each child', 'seccomp'),
  when: [equals(0, setFilter), equals(1, 0)],
};

/**
 * What a compiler that was forked for one snippet may ask of the kernel, beside what tools may: it
 * reads headers, uses its own memory, writes to the descriptors that it has, and ends. It shares a
 * sandbox with those of other snippets, and without a call that names a process, a socket or a file
 * to write there is nothing that it could share with them.
 */
export const zygotePolicy: readonly PolicyRow[] = [
  allow('descriptors that it has', 'read', 'write', 'readv', 'writev', 'pread64', 'lseek', 'close'),
  { ...allow('headers, to read', 'open'), when: [clear(1, writing)] },
  { ...allow('headers, to read', 'openat'), when: [clear(2, writing)] },
  { ...allow('how a descriptor was opened', 'fcntl'), when: [equals(1, F_GETFL)] },
  allow('headers', ...'stat fstat lstat newfstatat access faccessat faccessat2'.split(' ')),
  allow('headers', 'readlink', 'readlinkat', 'getcwd'),
  allow('its own memory', ...'brk mmap munmap mremap mprotect madvise'.split(' ')),
  allow('its own signals', 'rt_sigaction', 'rt_sigprocmask', 'rt_sigreturn', 'sigaltstack'),
  allow('its own locks', 'futex', 'set_robust_list'),
  allow('time', ...'clock_gettime gettimeofday time times getrusage'.split(' ')),
  allow('names of what is local to a file', 'getrandom', 'getpid'),
  allow('the end', 'exit', 'exit_group'),
];
