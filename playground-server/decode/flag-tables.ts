/** Names of single bits, lowest first. */
export type FlagTable = readonly (readonly [bit: bigint, name: string])[];

/** aio_flags. Source: <linux/aio_abi.h>. */
export const iocbFlagTable: FlagTable = [
  [0x1n, 'IOCB_FLAG_RESFD'],
  [0x2n, 'IOCB_FLAG_IOPRIO'],
];

/** aio_rw_flags. Source: <linux/fs.h> of Linux 6.18. */
export const rwFlagTable: FlagTable = [
  [0x1n, 'RWF_HIPRI'],
  [0x2n, 'RWF_DSYNC'],
  [0x4n, 'RWF_SYNC'],
  [0x8n, 'RWF_NOWAIT'],
  [0x10n, 'RWF_APPEND'],
  [0x20n, 'RWF_NOAPPEND'],
  [0x40n, 'RWF_ATOMIC'],
  [0x80n, 'RWF_DONTCACHE'],
  [0x100n, 'RWF_NOSIGNAL'],
];

/** aio_buf of IOCB_CMD_POLL. Source: <asm-generic/poll.h>. */
export const pollTable: FlagTable = [
  [0x1n, 'POLLIN'],
  [0x2n, 'POLLPRI'],
  [0x4n, 'POLLOUT'],
  [0x8n, 'POLLERR'],
  [0x10n, 'POLLHUP'],
  [0x20n, 'POLLNVAL'],
  [0x40n, 'POLLRDNORM'],
  [0x80n, 'POLLRDBAND'],
  [0x100n, 'POLLWRNORM'],
  [0x200n, 'POLLWRBAND'],
  [0x400n, 'POLLMSG'],
  [0x1000n, 'POLLREMOVE'],
  [0x2000n, 'POLLRDHUP'],
];

/** Upper three bits of aio_reqprio. Source: <linux/ioprio.h>. */
export const ioprioClassTable: readonly string[] = [
  'IOPRIO_CLASS_NONE',
  'IOPRIO_CLASS_RT',
  'IOPRIO_CLASS_BE',
  'IOPRIO_CLASS_IDLE',
];
