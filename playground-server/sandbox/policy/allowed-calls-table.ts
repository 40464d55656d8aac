import { fcntlNames } from '../../uapi/x86-64/arguments/file-table.ts';
import { controlRequests, diskRequests } from '../../uapi/x86-64/arguments/file-table.ts';
import { allow, clear, equals, masked, type PolicyRow } from './policy.ts';

const allowWhen = (call: string, when: PolicyRow['when'], reason: string): PolicyRow => ({
  calls: [call],
  action: 'allow',
  reason,
  when: when ?? [],
});

const whereCounted = (row: PolicyRow): PolicyRow => ({ ...row, needsControlGroup: true });

/**
 * clone flags, linux/sched.h: every CLONE_NEW*, and CLONE_UNTRACED, whose child no tracer follows.
 */
const cloneForbidden = 0x7e020000n | 0x00800000n | 0x80n;

/** ioctl(2) requests that somebody learning AIO meets; asm-generic/ioctls.h and linux/fs.h. */
const ioctlRequests: readonly (readonly [number, string])[] = [
  [controlRequests.TCGETS, 'TCGETS: what isatty() asks'],
  [controlRequests.TIOCGWINSZ, 'TIOCGWINSZ: what stdio may ask'],
  [controlRequests.FIONREAD, 'FIONREAD: how much a pipe or socket holds'],
  [controlRequests.FIONBIO, 'FIONBIO: non-blocking descriptors'],
  [controlRequests.FIONCLEX, 'FIONCLEX: descriptors across exec'],
  [controlRequests.FIOCLEX, 'FIOCLEX: descriptors across exec'],
  [diskRequests.BLKSSZGET, 'BLKSSZGET: sector size, for O_DIRECT'],
  [diskRequests.FICLONE, 'FICLONE: EOPNOTSUPP on both scratch file systems'],
  [diskRequests.FICLONERANGE, 'FICLONERANGE: as FICLONE'],
];

/**
 * Commands of fcntl(2): 0 to 63 are descriptors, flags, locks and owners, or none. Linux's own are
 * in 1024 to 1055 (linux/fcntl.h), and are named. F_NOTIFY is left out: like inotify_add_watch, it
 * reveals other readers' programs; so are leases, on which who opens the file has to wait. No kernel
 * knows the rest.
 */
const fcntlBelow = 64n;
const unknownCommands: readonly PolicyRow['when'][] = [
  ...bits(11, 31).map((bit) => [masked(1, bit, bit)]),
  ...bits(6, 9).map((bit) => [masked(1, bit, bit)]),
  [masked(1, 0x420, 0x420)],
];
const namedCommands: readonly (readonly [number, string])[] = [
  [1027, 'F_DUPFD_QUERY, since Linux 6.10'],
  [1028, 'F_CREATED_QUERY, since Linux 6.12'],
  [fcntlNames.F_GET_RW_HINT, 'F_GET_RW_HINT'],
  [fcntlNames.F_SET_RW_HINT, 'F_SET_RW_HINT: only its owner may'],
  [fcntlNames.F_GET_FILE_RW_HINT, 'F_GET_FILE_RW_HINT'],
  [fcntlNames.F_SET_FILE_RW_HINT, 'F_SET_FILE_RW_HINT'],
  [fcntlNames.F_DUPFD_CLOEXEC, 'F_DUPFD_CLOEXEC'],
  [fcntlNames.F_SETPIPE_SZ, 'F_SETPIPE_SZ: within pipe-max-size'],
  [fcntlNames.F_GETPIPE_SZ, 'F_GETPIPE_SZ'],
  [fcntlNames.F_ADD_SEALS, 'F_ADD_SEALS: a sealed memfd is EPERM'],
  [fcntlNames.F_GET_SEALS, 'F_GET_SEALS'],
];

/** The bits `first` to `last`, each as a number. */
function bits(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => 2 ** (first + at));
}

/**
 * What sockets of AF_INET (2) and AF_INET6 (10) may be: the type of socket(2) without its flags, and
 * a protocol that goes with it. They work inside an empty network namespace, on its loopback. For any
 * other pair the kernel would load a module for a stranger (inet_create in net/ipv4/af_inet.c).
 */
const inetSockets: readonly (readonly [type: number, protocol: number, reason: string])[] = [
  [1, 0, 'SOCK_STREAM: -ENOTCONN and friends'],
  [1, 6, 'SOCK_STREAM with IPPROTO_TCP'],
  [2, 0, 'SOCK_DGRAM'],
  [2, 17, 'SOCK_DGRAM with IPPROTO_UDP'],
];
const typeOfSocket = 0xf;

/**
 * Levels and names of setsockopt(2), asm-generic/socket.h and linux/tcp.h, that a server on the
 * loopback uses. SO_ATTACH_FILTER and the like are left out, since they put code into the kernel.
 */
const socketOptions: readonly (readonly [level: number, name: number, reason: string])[] = [
  [1, 2, 'SO_REUSEADDR'],
  [1, 7, 'SO_SNDBUF: within wmem_max'],
  [1, 8, 'SO_RCVBUF: within rmem_max'],
  [1, 9, 'SO_KEEPALIVE'],
  [1, 13, 'SO_LINGER'],
  [1, 15, 'SO_REUSEPORT'],
  [1, 20, 'SO_RCVTIMEO: timeouts of reads'],
  [1, 21, 'SO_SNDTIMEO: timeouts of writes'],
  [6, 1, 'TCP_NODELAY'],
];

/**
 * Advice of madvise(2), asm-generic/mman-common.h. MADV_MERGEABLE is left out: how long a write to
 * a merged page takes reveals whether another program holds the same bytes.
 */
const advice = [0, 1, 2, 3, 4, 8, 9, 10, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25];

/** Calls that the kernel answers without the tracer, at full speed. */
export const allowedCallsTable: readonly PolicyRow[] = [
  allow('reading and writing', ...'read write readv writev pread64 pwrite64'.split(' ')),
  allow('reading and writing', ...'preadv pwritev preadv2 pwritev2 lseek'.split(' ')),
  allow('copies between descriptors', ...'sendfile splice tee vmsplice copy_file_range'.split(' ')),
  allow('opening and closing', ...'open openat openat2 creat close close_range'.split(' ')),
  allow('descriptors', ...'dup dup2 dup3 flock'.split(' ')),
  allowWhen(
    'fcntl',
    [clear(1, 0xffffffffn - fcntlBelow + 1n)],
    'descriptors, flags, locks, owners',
  ),
  ...unknownCommands.map((when) => allowWhen('fcntl', when, 'EINVAL from every kernel')),
  ...namedCommands.map(([command, reason]) => allowWhen('fcntl', [equals(1, command)], reason)),
  allow('pipes, events and timers to poll', ...'pipe pipe2 eventfd eventfd2 signalfd'.split(' ')),
  allow('timers to poll', ...'signalfd4 timerfd_create timerfd_settime timerfd_gettime'.split(' ')),
  allow('waiting for descriptors', ...'poll ppoll select pselect6 epoll_create'.split(' ')),
  allow('waiting for descriptors', ...'epoll_create1 epoll_ctl epoll_wait epoll_pwait'.split(' ')),
  allow('waiting for descriptors', 'epoll_pwait2'),
  allow('a descriptor that cannot be read by AIO', ...'inotify_init inotify_init1'.split(' ')),
  allow('what a file is', ...'stat fstat lstat newfstatat statx statfs fstatfs'.split(' ')),
  allow('what a file is', ...'access faccessat faccessat2 readlink readlinkat'.split(' ')),
  allow('directories', ...'getdents getdents64 getcwd chdir fchdir'.split(' ')),
  allow('names in the scratch directories', ...'mkdir mkdirat rmdir unlink unlinkat'.split(' ')),
  allow('names in the scratch directories', ...'rename renameat renameat2 link linkat'.split(' ')),
  allow('names in the scratch directories', ...'symlink symlinkat mknod mknodat umask'.split(' ')),
  allow('sizes and holes', ...'truncate ftruncate fallocate'.split(' ')),
  allow('write-out of own files', ...'fsync fdatasync sync_file_range msync'.split(' ')),
  allow('page cache hints', ...'readahead fadvise64 cachestat mincore'.split(' ')),
  allow('modes of own files', ...'chmod fchmod fchmodat fchmodat2'.split(' ')),
  allow('owners: only its own id exists', ...'chown fchown lchown fchownat'.split(' ')),
  allow('times of own files', ...'utime utimes futimesat utimensat'.split(' ')),
  allow('attributes', ...'getxattr lgetxattr fgetxattr listxattr llistxattr'.split(' ')),
  allow('attributes', ...'flistxattr setxattr lsetxattr fsetxattr removexattr'.split(' ')),
  allow('attributes', 'lremovexattr', 'fremovexattr'),
  allow('memory, within RLIMIT_AS', ...'brk mmap munmap mprotect mremap'.split(' ')),
  ...advice.map((value) => allowWhen('madvise', [equals(2, value)], 'advice for own memory')),
  allow('memory, within RLIMIT_MEMLOCK', ...'mlock mlock2 munlock mlockall munlockall'.split(' ')),
  allow('memory protection keys', 'pkey_alloc', 'pkey_free', 'pkey_mprotect'),
  whereCounted(allow('memory behind a descriptor', 'memfd_create')),
  whereCounted(allow('System V IPC, freed with its namespace', 'shmget', 'semget', 'msgget')),
  allow('System V IPC', ...'shmat shmdt shmctl semop semtimedop semctl msgsnd'.split(' ')),
  allow('System V IPC', 'msgrcv', 'msgctl'),
  allow('message queues, freed with their namespace', ...'mq_open mq_unlink mq_notify'.split(' ')),
  allow('message queues', ...'mq_timedsend mq_timedreceive mq_getsetattr'.split(' ')),
  allow('processes within the limit', ...'fork vfork execve execveat exit exit_group'.split(' ')),
  allow('children', ...'wait4 waitid pidfd_open pidfd_send_signal'.split(' ')),
  allow('locks and threads', ...'futex futex_waitv futex_wait futex_wake'.split(' ')),
  allow('locks and threads', ...'futex_requeue set_robust_list get_robust_list'.split(' ')),
  allow('locks and threads', ...'set_tid_address rseq membarrier arch_prctl'.split(' ')),
  allow('signals, to its own namespace', ...'kill tkill tgkill rt_sigaction'.split(' ')),
  allow('signals', ...'rt_sigprocmask rt_sigpending rt_sigtimedwait rt_sigsuspend'.split(' ')),
  allow('signals', ...'rt_sigreturn rt_sigqueueinfo rt_tgsigqueueinfo sigaltstack'.split(' ')),
  allow('signals and restarts', 'pause', 'restart_syscall'),
  allow('time', ...'nanosleep clock_nanosleep clock_gettime clock_getres'.split(' ')),
  allow('time', ...'gettimeofday time times alarm getitimer setitimer'.split(' ')),
  allow('time', ...'timer_create timer_settime timer_gettime timer_delete'.split(' ')),
  allow('time', 'timer_getoverrun'),
  allow('who am I', ...'getpid getppid gettid getuid geteuid getgid getegid'.split(' ')),
  allow('who am I', ...'getresuid getresgid getgroups getpgid getpgrp getsid'.split(' ')),
  allow('sessions inside the sandbox', 'setpgid', 'setsid'),
  allow('ids: only one is mapped', ...'setuid setgid setreuid setregid'.split(' ')),
  allow('ids: only one is mapped', ...'setresuid setresgid setfsuid setfsgid'.split(' ')),
  allow('capabilities: there are none to raise', 'capget', 'capset'),
  allow('its own limits, downwards', ...'getrlimit setrlimit prlimit64 getrusage'.split(' ')),
  allow('priorities, for IOCB_FLAG_IOPRIO', ...'ioprio_set ioprio_get getpriority'.split(' ')),
  allow('priorities, downwards', 'setpriority'),
  allow('scheduling of itself', ...'sched_yield sched_getaffinity sched_setaffinity'.split(' ')),
  allow('scheduling of itself', ...'sched_getparam sched_setparam sched_getscheduler'.split(' ')),
  allow('scheduling of itself', ...'sched_setscheduler sched_getattr sched_setattr'.split(' ')),
  allow('scheduling of itself', ...'sched_get_priority_max sched_get_priority_min'.split(' ')),
  allow('scheduling of itself', 'sched_rr_get_interval', 'getcpu'),
  allow('what machine this is', 'uname', 'sysinfo', 'getrandom'),
  allow('sockets of the families below', ...'bind listen accept accept4'.split(' ')),
  allow('sockets of the families below', ...'connect shutdown getsockname getpeername'.split(' ')),
  allow('sockets of the families below', ...'sendto recvfrom sendmsg recvmsg sendmmsg'.split(' ')),
  allow('sockets of the families below', 'recvmmsg', 'getsockopt'),
  allowWhen('socketpair', [equals(0, 1)], 'AF_UNIX: pairs to poll'),
  allowWhen('socket', [equals(0, 1), equals(2, 0)], 'AF_UNIX: local pairs to poll'),
  ...inetSockets.flatMap(([type, protocol, reason]) =>
    [2, 10].map((family) => {
      const tests = [equals(0, family), masked(1, typeOfSocket, type), equals(2, protocol)];
      return whereCounted(allowWhen('socket', tests, reason));
    }),
  ),
  ...socketOptions.map(([level, name, reason]) =>
    allowWhen('setsockopt', [equals(1, level), equals(2, name)], reason),
  ),
  ...ioctlRequests.map(([request, reason]) => allowWhen('ioctl', [equals(1, request)], reason)),
  allowWhen(
    'clone',
    [clear(0, cloneForbidden)],
    'threads and children within the limit; not into a namespace, nor out of the tracer’s sight',
  ),
];
