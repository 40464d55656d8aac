import { constants } from './constants.ts';

/** What the fields of an iocb hold. */
export const iocbCommands = constants({
  object: 'iocbCommands',
  about: 'Values of aio_lio_opcode; linux/aio_abi.h. 4 was an experiment that never had a name.',
  from: 'linux/aio_abi.h',
  names: /^IOCB_CMD_[A-Z]+$/,
});

export const iocbFlags = constants({
  object: 'iocbFlags',
  about: 'Bits of aio_flags; linux/aio_abi.h.',
  from: 'linux/aio_abi.h',
  names: /^IOCB_FLAG_[A-Z]+$/,
  hexadecimal: true,
});

export const readWriteFlags = constants({
  object: 'readWriteFlags',
  about: 'Bits of aio_rw_flags; linux/fs.h.',
  from: 'linux/fs.h',
  names: /^RWF_[A-Z]+$/,
  except: ['RWF_SUPPORTED'],
  topic: 'read-write flags',
  hexadecimal: true,
});

export const pollEvents = constants({
  object: 'pollEvents',
  about: 'What IOCB_CMD_POLL waits for, in aio_buf; asm-generic/poll.h.',
  from: 'asm/poll.h',
  names: /^POLL[A-Z]+$/,
  except: ['POLLFREE'],
  hexadecimal: true,
});

export const priorityClasses = constants({
  object: 'priorityClasses',
  about: 'The upper bits of aio_reqprio; linux/ioprio.h.',
  from: 'linux/ioprio.h',
  names: ['IOPRIO_CLASS_NONE', 'IOPRIO_CLASS_RT', 'IOPRIO_CLASS_BE', 'IOPRIO_CLASS_IDLE'],
});

export const priorityPlaces = constants({
  object: 'priorityPlaces',
  about: 'At which bit of aio_reqprio the class begins; linux/ioprio.h.',
  from: 'linux/ioprio.h',
  names: ['IOPRIO_CLASS_SHIFT'],
});

/** What the module `aio` of TypeScript snippets exports: readers see names and comments. */
export const guestConstants = [
  constants({
    ...iocbCommands,
    object: null,
    about:
      'Operations of an iocb, linux/aio_abi.h; io_submit(2). The header has NOOP, but the kernel rejects it.',
    from: 'linux/aio_abi.h',
  }),
  constants({
    ...iocbFlags,
    object: null,
    about: 'Bits of aio_flags, linux/aio_abi.h: which of aio_resfd and aio_reqprio are used.',
    from: 'linux/aio_abi.h',
    hexadecimal: false,
  }),
  constants({
    ...readWriteFlags,
    object: null,
    about: 'Bits of aio_rw_flags, linux/fs.h; preadv2(2).',
    from: 'linux/fs.h',
  }),
  constants({
    object: null,
    about: 'Errnos that AIO calls return, asm-generic/errno-base.h and errno.h.',
    from: 'asm/errno.h',
    names: [
      'EPERM',
      'EINTR',
      'EBADF',
      'EAGAIN',
      'ENOMEM',
      'EFAULT',
      'EINVAL',
      'ENOSYS',
      'EOPNOTSUPP',
      'EINPROGRESS',
    ],
  }),
];
