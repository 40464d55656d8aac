// Written by `npm run tables`: edit scripts/tables/ instead.

/** Flags of eventfd2(2); sys/eventfd.h. */
export const eventfdBits = {
  EFD_SEMAPHORE: 0x1,
  EFD_NONBLOCK: 0x800,
  EFD_CLOEXEC: 0x80000,
} as const;

/** Flags of epoll_create1(2); sys/epoll.h. */
export const epollBits = {
  EPOLL_CLOEXEC: 0x80000,
} as const;

/** Operations of epoll_ctl(2); linux/eventpoll.h. */
export const epollOperations = {
  EPOLL_CTL_ADD: 1,
  EPOLL_CTL_DEL: 2,
  EPOLL_CTL_MOD: 3,
} as const;

/** What an epoll instance waits for; linux/eventpoll.h. */
export const epollEvents = {
  EPOLLIN: 0x1,
  EPOLLPRI: 0x2,
  EPOLLOUT: 0x4,
  EPOLLERR: 0x8,
  EPOLLHUP: 0x10,
  EPOLLRDNORM: 0x40,
  EPOLLRDBAND: 0x80,
  EPOLLWRNORM: 0x100,
  EPOLLWRBAND: 0x200,
  EPOLLMSG: 0x400,
  EPOLLRDHUP: 0x2000,
  EPOLLEXCLUSIVE: 0x10000000,
  EPOLLWAKEUP: 0x20000000,
  EPOLLONESHOT: 0x40000000,
  EPOLLET: 0x80000000,
} as const;

/** Flags of timerfd_create(2); sys/timerfd.h. */
export const timerfdBits = {
  TFD_NONBLOCK: 0x800,
  TFD_CLOEXEC: 0x80000,
} as const;

/** Flags of timerfd_settime(2); sys/timerfd.h. */
export const timerfdSetBits = {
  TFD_TIMER_ABSTIME: 0x1,
  TFD_TIMER_CANCEL_ON_SET: 0x2,
} as const;

/** Flags of signalfd4(2); sys/signalfd.h. */
export const signalfdBits = {
  SFD_NONBLOCK: 0x800,
  SFD_CLOEXEC: 0x80000,
} as const;
