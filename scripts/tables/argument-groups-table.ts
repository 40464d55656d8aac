import { constants } from './constants.ts';
import type { Group } from './table-file.ts';

/** Constants that only programs of x86-64 are shown: nobody else is traced at such calls. */
const group = (
  object: string,
  about: string,
  from: string,
  names: RegExp | string,
  { except = [], hexadecimal = false }: { except?: string[]; hexadecimal?: boolean } = {},
): Group =>
  constants({
    object,
    about: `${about}; ${from}.`,
    from,
    abis: ['x86-64'],
    names: typeof names === 'string' ? names.split(' ') : names,
    except,
    hexadecimal,
  });

const bits = (object: string, about: string, from: string, names: RegExp | string, except = '') =>
  group(object, about, from, names, { except: except.split(' '), hexadecimal: true });

/** What arguments of calls on files and descriptors mean. */
export const fileArgumentGroups: readonly Group[] = [
  group('accessModes', 'How a file is opened', 'asm/fcntl.h', 'O_RDONLY O_WRONLY O_RDWR'),
  bits(
    'openBits',
    'What else open(2) takes',
    'asm/fcntl.h',
    /^O_[A-Z]+$/,
    'O_ACCMODE O_RDONLY O_WRONLY O_RDWR O_NDELAY',
  ),
  group('directoryHere', 'The working directory, as a descriptor', 'linux/fcntl.h', 'AT_FDCWD'),
  bits(
    'statBits',
    'Flags of statx(2) and fstatat(2)',
    'linux/fcntl.h',
    'AT_SYMLINK_NOFOLLOW AT_NO_AUTOMOUNT AT_EMPTY_PATH AT_STATX_FORCE_SYNC AT_STATX_DONT_SYNC',
  ),
  bits('unlinkBits', 'Flags of unlinkat(2)', 'linux/fcntl.h', 'AT_REMOVEDIR'),
  bits('linkBits', 'Flags of linkat(2)', 'linux/fcntl.h', 'AT_SYMLINK_FOLLOW AT_EMPTY_PATH'),
  bits(
    'accessBits',
    'Flags of faccessat2(2)',
    'linux/fcntl.h',
    'AT_EACCESS AT_SYMLINK_NOFOLLOW AT_EMPTY_PATH',
  ),
  bits('accessChecks', 'What access(2) asks', 'unistd.h', 'X_OK W_OK R_OK'),
  bits(
    'statxMask',
    'What statx(2) is asked for',
    'linux/stat.h',
    /^STATX_[A-Z_]+$/,
    [
      'STATX_BASIC_STATS STATX_ALL STATX__RESERVED STATX_ATTR_COMPRESSED STATX_ATTR_IMMUTABLE',
      'STATX_ATTR_APPEND STATX_ATTR_NODUMP STATX_ATTR_ENCRYPTED STATX_ATTR_AUTOMOUNT',
      'STATX_ATTR_MOUNT_ROOT STATX_ATTR_VERITY STATX_ATTR_DAX',
    ].join(' '),
  ),
  group('seekOrigins', 'Whence of lseek(2)', 'linux/fs.h', /^SEEK_[A-Z]+$/, {
    except: ['SEEK_MAX'],
  }),
  bits('fallocateBits', 'Modes of fallocate(2)', 'linux/falloc.h', /^FALLOC_FL_[A-Z_]+$/),
  bits(
    'syncRangeBits',
    'Flags of sync_file_range(2)',
    'linux/fs.h',
    'SYNC_FILE_RANGE_WAIT_BEFORE SYNC_FILE_RANGE_WRITE SYNC_FILE_RANGE_WAIT_AFTER',
  ),
  group('fileAdvice', 'Advice of posix_fadvise(2)', 'linux/fadvise.h', /^POSIX_FADV_[A-Z]+$/),
  group(
    'fcntlNames',
    'Commands of fcntl(2)',
    'linux/fcntl.h',
    [
      'F_DUPFD F_GETFD F_SETFD F_GETFL F_SETFL F_GETLK F_SETLK F_SETLKW F_SETOWN F_GETOWN F_SETSIG',
      'F_GETSIG F_SETOWN_EX F_GETOWN_EX F_OFD_GETLK F_OFD_SETLK F_OFD_SETLKW F_SETLEASE F_GETLEASE',
      'F_NOTIFY F_DUPFD_CLOEXEC F_SETPIPE_SZ F_GETPIPE_SZ F_ADD_SEALS F_GET_SEALS F_GET_RW_HINT',
      'F_SET_RW_HINT F_GET_FILE_RW_HINT F_SET_FILE_RW_HINT',
    ].join(' '),
  ),
  bits('descriptorBits', 'Flags of a descriptor', 'asm/fcntl.h', 'FD_CLOEXEC'),
  bits('lockBits', 'Operations of flock(2)', 'asm/fcntl.h', 'LOCK_SH LOCK_EX LOCK_NB LOCK_UN'),
  group('recordLocks', 'Types of a record lock', 'asm/fcntl.h', 'F_RDLCK F_WRLCK F_UNLCK'),
  bits('renameBits', 'Flags of renameat2(2)', 'linux/fs.h', /^RENAME_[A-Z]+$/),
  bits(
    'memfdBits',
    'Flags of memfd_create(2)',
    'linux/memfd.h',
    'MFD_CLOEXEC MFD_ALLOW_SEALING MFD_HUGETLB',
  ),
  bits('closeRangeBits', 'Flags of close_range(2)', 'linux/close_range.h', /^CLOSE_RANGE_[A-Z]+$/),
  group(
    'controlRequests',
    'Requests of ioctl(2)',
    'sys/ioctl.h',
    ['TCGETS TIOCGWINSZ FIONREAD FIONBIO FIONCLEX FIOCLEX'].join(' '),
  ),
  group(
    'diskRequests',
    'Requests of ioctl(2) to files and disks',
    'linux/fs.h',
    ['BLKSSZGET FICLONE FICLONERANGE'].join(' '),
  ),
];

/** What arguments of calls that wait for descriptors mean. */
export const eventArgumentGroups: readonly Group[] = [
  bits(
    'eventfdBits',
    'Flags of eventfd2(2)',
    'sys/eventfd.h',
    'EFD_SEMAPHORE EFD_NONBLOCK EFD_CLOEXEC',
  ),
  bits('epollBits', 'Flags of epoll_create1(2)', 'sys/epoll.h', 'EPOLL_CLOEXEC'),
  group('epollOperations', 'Operations of epoll_ctl(2)', 'linux/eventpoll.h', /^EPOLL_CTL_[A-Z]+$/),
  bits(
    'epollEvents',
    'What an epoll instance waits for',
    'linux/eventpoll.h',
    [
      'EPOLLIN EPOLLPRI EPOLLOUT EPOLLERR EPOLLHUP EPOLLRDNORM EPOLLRDBAND EPOLLWRNORM EPOLLWRBAND',
      'EPOLLMSG EPOLLRDHUP EPOLLEXCLUSIVE EPOLLWAKEUP EPOLLONESHOT EPOLLET',
    ].join(' '),
  ),
  bits('timerfdBits', 'Flags of timerfd_create(2)', 'sys/timerfd.h', 'TFD_NONBLOCK TFD_CLOEXEC'),
  bits(
    'timerfdSetBits',
    'Flags of timerfd_settime(2)',
    'sys/timerfd.h',
    'TFD_TIMER_ABSTIME TFD_TIMER_CANCEL_ON_SET',
  ),
  bits('signalfdBits', 'Flags of signalfd4(2)', 'sys/signalfd.h', 'SFD_NONBLOCK SFD_CLOEXEC'),
];

/** What arguments of calls on sockets mean. */
export const socketArgumentGroups: readonly Group[] = [
  group(
    'socketFamilies',
    'Families of sockets',
    'sys/socket.h',
    'AF_UNSPEC AF_UNIX AF_INET AF_INET6 AF_NETLINK AF_PACKET',
  ),
  group(
    'socketTypes',
    'Types of sockets',
    'sys/socket.h',
    'SOCK_STREAM SOCK_DGRAM SOCK_RAW SOCK_SEQPACKET',
  ),
  bits('socketBits', 'What is added to a type', 'sys/socket.h', 'SOCK_NONBLOCK SOCK_CLOEXEC'),
  bits(
    'messageBits',
    'Flags of send(2) and recv(2)',
    'sys/socket.h',
    [
      'MSG_OOB MSG_PEEK MSG_DONTROUTE MSG_CTRUNC MSG_TRUNC MSG_DONTWAIT MSG_EOR MSG_WAITALL',
      'MSG_NOSIGNAL MSG_MORE MSG_WAITFORONE MSG_CMSG_CLOEXEC',
    ].join(' '),
  ),
  group('shutdownSides', 'What shutdown(2) ends', 'sys/socket.h', 'SHUT_RD SHUT_WR SHUT_RDWR'),
  group(
    'socketLevels',
    'Levels of setsockopt(2)',
    'netinet/in.h',
    'SOL_SOCKET IPPROTO_IP IPPROTO_TCP IPPROTO_UDP IPPROTO_IPV6',
  ),
  group(
    'socketOptions',
    'Options of SOL_SOCKET',
    'asm/socket.h',
    [
      'SO_DEBUG SO_REUSEADDR SO_TYPE SO_ERROR SO_DONTROUTE SO_BROADCAST SO_SNDBUF SO_RCVBUF',
      'SO_KEEPALIVE SO_OOBINLINE SO_LINGER SO_REUSEPORT SO_PASSCRED SO_PEERCRED SO_RCVTIMEO SO_SNDTIMEO',
      'SO_ACCEPTCONN SO_PROTOCOL SO_DOMAIN',
    ].join(' '),
  ),
];

/** What arguments of all other calls mean. */
export const otherArgumentGroups: readonly Group[] = [
  bits(
    'protectionBits',
    'What may be done to memory',
    'sys/mman.h',
    'PROT_READ PROT_WRITE PROT_EXEC',
  ),
  bits(
    'mapBits',
    'Flags of mmap(2)',
    'linux/mman.h',
    [
      'MAP_SHARED MAP_PRIVATE MAP_SHARED_VALIDATE MAP_FIXED MAP_ANONYMOUS MAP_32BIT MAP_GROWSDOWN',
      'MAP_LOCKED MAP_NORESERVE MAP_POPULATE MAP_NONBLOCK MAP_STACK MAP_HUGETLB MAP_SYNC',
      'MAP_FIXED_NOREPLACE',
    ].join(' '),
  ),
  bits('remapBits', 'Flags of mremap(2)', 'linux/mman.h', /^MREMAP_[A-Z]+$/),
  bits('msyncBits', 'Flags of msync(2)', 'sys/mman.h', 'MS_ASYNC MS_INVALIDATE MS_SYNC'),
  bits('mlockBits', 'Flags of mlock2(2)', 'asm/mman.h', 'MLOCK_ONFAULT'),
  bits('mlockallBits', 'Flags of mlockall(2)', 'asm/mman.h', 'MCL_CURRENT MCL_FUTURE MCL_ONFAULT'),
  group('memoryAdvice', 'Advice of madvise(2)', 'asm/mman.h', /^MADV_[A-Z_]+$/),
  bits(
    'newTaskBits',
    'What clone(2) shares or does',
    'linux/sched.h',
    /^CLONE_[A-Z_]+$/,
    ['CLONE_CLEAR_SIGHAND CLONE_INTO_CGROUP CLONE_ARGS_SIZE_VER CLONE_NEWTIME'].join(' '),
  ),
  bits(
    'waitBits',
    'Options of wait4(2) and waitid(2)',
    'sys/wait.h',
    ['WNOHANG WUNTRACED WEXITED WCONTINUED WNOWAIT __WNOTHREAD __WALL __WCLONE'].join(' '),
  ),
  group('waitTypes', 'Whom waitid(2) waits for', 'linux/wait.h', 'P_ALL P_PID P_PGID P_PIDFD'),
  group(
    'futexOperations',
    'Operations of futex(2)',
    'linux/futex.h',
    [
      'FUTEX_WAIT FUTEX_WAKE FUTEX_REQUEUE FUTEX_CMP_REQUEUE FUTEX_WAKE_OP FUTEX_LOCK_PI',
      'FUTEX_UNLOCK_PI FUTEX_TRYLOCK_PI FUTEX_WAIT_BITSET FUTEX_WAKE_BITSET FUTEX_LOCK_PI2',
    ].join(' '),
  ),
  bits(
    'futexBits',
    'What is added to an operation',
    'linux/futex.h',
    'FUTEX_PRIVATE_FLAG FUTEX_CLOCK_REALTIME',
  ),
  group(
    'clocks',
    'Clocks',
    'linux/time.h',
    [
      'CLOCK_REALTIME CLOCK_MONOTONIC CLOCK_PROCESS_CPUTIME_ID CLOCK_THREAD_CPUTIME_ID',
      'CLOCK_MONOTONIC_RAW CLOCK_REALTIME_COARSE CLOCK_MONOTONIC_COARSE CLOCK_BOOTTIME',
      'CLOCK_REALTIME_ALARM CLOCK_BOOTTIME_ALARM CLOCK_TAI',
    ].join(' '),
  ),
  bits(
    'timerBits',
    'Flags of clock_nanosleep(2) and timer_settime(2)',
    'linux/time.h',
    'TIMER_ABSTIME',
  ),
  group(
    'intervalTimers',
    'Timers of setitimer(2)',
    'linux/time.h',
    'ITIMER_REAL ITIMER_VIRTUAL ITIMER_PROF',
  ),
  group(
    'maskChanges',
    'How rt_sigprocmask(2) changes a mask',
    'asm/signal.h',
    'SIG_BLOCK SIG_UNBLOCK SIG_SETMASK',
  ),
  bits(
    'handlerBits',
    'Flags of a struct sigaction',
    'asm/signal.h',
    [
      'SA_NOCLDSTOP SA_NOCLDWAIT SA_SIGINFO SA_RESTORER SA_ONSTACK SA_RESTART SA_NODEFER SA_RESETHAND',
    ].join(' '),
  ),
  group(
    'processControls',
    'First argument of prctl(2)',
    'linux/prctl.h',
    [
      'PR_SET_PDEATHSIG PR_GET_PDEATHSIG PR_GET_DUMPABLE PR_SET_DUMPABLE PR_SET_NAME PR_GET_NAME',
      'PR_GET_SECCOMP PR_SET_SECCOMP PR_CAPBSET_READ PR_SET_TIMERSLACK PR_GET_TIMERSLACK',
      'PR_SET_CHILD_SUBREAPER PR_GET_CHILD_SUBREAPER PR_SET_NO_NEW_PRIVS PR_GET_NO_NEW_PRIVS',
      'PR_SET_VMA',
    ].join(' '),
  ),
  group(
    'seccompOperations',
    'Operations of seccomp(2)',
    'linux/seccomp.h',
    [
      'SECCOMP_SET_MODE_STRICT SECCOMP_SET_MODE_FILTER SECCOMP_GET_ACTION_AVAIL SECCOMP_GET_NOTIF_SIZES',
    ].join(' '),
  ),
  group('priorityTargets', 'Whose priority', 'sys/resource.h', 'PRIO_PROCESS PRIO_PGRP PRIO_USER'),
  group(
    'ioPriorityTargets',
    'Whose I/O priority',
    'linux/ioprio.h',
    'IOPRIO_WHO_PROCESS IOPRIO_WHO_PGRP IOPRIO_WHO_USER',
  ),
  group(
    'usageTargets',
    'Whose usage getrusage(2) tells',
    'linux/resource.h',
    'RUSAGE_SELF RUSAGE_CHILDREN RUSAGE_THREAD',
  ),
  group(
    'schedulers',
    'Policies of scheduling',
    'linux/sched.h',
    'SCHED_NORMAL SCHED_FIFO SCHED_RR SCHED_BATCH SCHED_IDLE SCHED_DEADLINE',
  ),
  bits(
    'randomBits',
    'Flags of getrandom(2)',
    'linux/random.h',
    'GRND_NONBLOCK GRND_RANDOM GRND_INSECURE',
  ),
  group(
    'registerRequests',
    'Requests of arch_prctl(2)',
    'asm/prctl.h',
    'ARCH_SET_GS ARCH_SET_FS ARCH_GET_FS ARCH_GET_GS ARCH_GET_CPUID ARCH_SET_CPUID',
  ),
  bits(
    'ipcBits',
    'Flags of shmget(2), semget(2) and msgget(2)',
    'linux/ipc.h',
    'IPC_CREAT IPC_EXCL IPC_NOWAIT',
  ),
  group(
    'ipcCommands',
    'Commands of shmctl(2) and its like',
    'linux/ipc.h',
    'IPC_RMID IPC_SET IPC_STAT IPC_INFO',
  ),
];
