// Written by `npm run tables`: edit scripts/tables/ instead.

/** `struct pollfd`, of poll(2); asm/poll.h. */
export const pollfd = {
  bytes: 8,
  fields: {
    fd: [0, 's32'],
    events: [4, 's16'],
    revents: [6, 's16'],
  },
} as const;

/** `struct epoll_event`, of epoll_wait(2); linux/eventpoll.h. */
export const epollEvent = {
  bytes: 12,
  fields: {
    events: [0, 'u32'],
    data: [4, 'u64'],
  },
} as const;

/** `struct timeval`, a time; linux/time.h. */
export const timeval = {
  bytes: 16,
  fields: {
    tv_sec: [0, 's64'],
    tv_usec: [8, 's64'],
  },
} as const;

/** `struct rlimit64`, of prlimit64(2); linux/resource.h. */
export const limit = {
  bytes: 16,
  fields: {
    rlim_cur: [0, 'u64'],
    rlim_max: [8, 'u64'],
  },
} as const;

/** `struct stat`, what a file is; asm/stat.h. */
export const stat = {
  bytes: 144,
  fields: {
    st_dev: [0, 'u64'],
    st_ino: [8, 'u64'],
    st_nlink: [16, 'u64'],
    st_mode: [24, 'u32'],
    st_uid: [28, 'u32'],
    st_gid: [32, 'u32'],
    st_rdev: [40, 'u64'],
    st_size: [48, 's64'],
    st_blksize: [56, 's64'],
    st_blocks: [64, 's64'],
  },
} as const;

/** `struct statx`, what a file is; linux/stat.h. */
export const statx = {
  bytes: 256,
  fields: {
    stx_mask: [0, 'u32'],
    stx_blksize: [4, 'u32'],
    stx_nlink: [16, 'u32'],
    stx_uid: [20, 'u32'],
    stx_gid: [24, 'u32'],
    stx_mode: [28, 'u16'],
    stx_ino: [32, 'u64'],
    stx_size: [40, 'u64'],
    stx_blocks: [48, 'u64'],
    stx_dio_mem_align: [152, 'u32'],
    stx_dio_offset_align: [156, 'u32'],
  },
} as const;

/** `struct flock`, a record lock; linux/fcntl.h. */
export const flock = {
  bytes: 32,
  fields: {
    l_type: [0, 's16'],
    l_whence: [2, 's16'],
    l_start: [8, 's64'],
    l_len: [16, 's64'],
    l_pid: [24, 's32'],
  },
} as const;

/** `struct open_how`, of openat2(2); linux/openat2.h. */
export const openHow = {
  bytes: 24,
  fields: {
    flags: [0, 'u64'],
    mode: [8, 'u64'],
    resolve: [16, 'u64'],
  },
} as const;

/** `struct msghdr`, of sendmsg(2); sys/socket.h. */
export const msghdr = {
  bytes: 56,
  fields: {
    msg_name: [0, 'u64'],
    msg_namelen: [8, 'u32'],
    msg_iov: [16, 'u64'],
    msg_iovlen: [24, 'u64'],
    msg_control: [32, 'u64'],
    msg_controllen: [40, 'u64'],
    msg_flags: [48, 's32'],
  },
} as const;

/** `struct sigaction`, as the kernel has it; asm/signal.h. */
export const sigaction = {
  bytes: 32,
  fields: {
    sa_handler: [0, 'u64'],
    sa_flags: [8, 'u64'],
    sa_restorer: [16, 'u64'],
    sa_mask: [24, 'u64'],
  },
} as const;
