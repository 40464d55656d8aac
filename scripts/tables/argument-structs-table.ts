import type { StructGroup } from './table-file.ts';

/** A structure of x86-64 whose fields we call as C does; `a.b` is called `b`. */
const structure = (
  object: string,
  about: string,
  type: string,
  header: string,
  fields: string,
): StructGroup => ({
  kind: 'struct',
  object,
  about: `\`${type}\`, ${about}; ${header}.`,
  type,
  headers: [header],
  fields: Object.fromEntries(fields.split(' ').map((path) => [path.split('.').at(-1)!, path])),
  shape: 'layout',
  abis: ['x86-64'],
});

/** Structures that arguments of calls beside AIO lead to. */
export const argumentStructs: readonly StructGroup[] = [
  structure('pollfd', 'of poll(2)', 'struct pollfd', 'asm/poll.h', 'fd events revents'),
  structure(
    'epollEvent',
    'of epoll_wait(2)',
    'struct epoll_event',
    'linux/eventpoll.h',
    'events data',
  ),
  structure('timeval', 'a time', 'struct timeval', 'linux/time.h', 'tv_sec tv_usec'),
  structure('limit', 'of prlimit64(2)', 'struct rlimit64', 'linux/resource.h', 'rlim_cur rlim_max'),
  structure(
    'stat',
    'what a file is',
    'struct stat',
    'asm/stat.h',
    'st_dev st_ino st_nlink st_mode st_uid st_gid st_rdev st_size st_blksize st_blocks',
  ),
  structure(
    'statx',
    'what a file is',
    'struct statx',
    'linux/stat.h',
    'stx_mask stx_blksize stx_nlink stx_uid stx_gid stx_mode stx_ino stx_size stx_blocks stx_dio_mem_align stx_dio_offset_align',
  ),
  structure(
    'flock',
    'a record lock',
    'struct flock',
    'linux/fcntl.h',
    'l_type l_whence l_start l_len l_pid',
  ),
  structure('openHow', 'of openat2(2)', 'struct open_how', 'linux/openat2.h', 'flags mode resolve'),
  structure(
    'msghdr',
    'of sendmsg(2)',
    'struct msghdr',
    'sys/socket.h',
    'msg_name msg_namelen msg_iov msg_iovlen msg_control msg_controllen msg_flags',
  ),
  structure(
    'sigaction',
    'as the kernel has it',
    'struct sigaction',
    'asm/signal.h',
    'sa_handler sa_flags sa_restorer sa_mask',
  ),
];
