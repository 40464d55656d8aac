import { aioStructs } from './structs-table.ts';
import type { AbiName, ConstantGroup, Group, TableFile } from './table-file.ts';

const x86: ConstantGroup['abis'] = ['x86-64', 'i386', 'x32'];

type Constants = Omit<ConstantGroup, 'kind' | 'abis' | 'headers'> & {
  from: string;
  abis?: ConstantGroup['abis'];
};

/** A group of constants of one header, the same for every ABI unless it says otherwise. */
const constants = ({ from, abis = x86, ...group }: Constants): ConstantGroup => ({
  kind: 'constants',
  abis,
  headers: [from],
  ...group,
});

const systemCalls = (abi: AbiName, header: string): ConstantGroup =>
  constants({
    object: 'systemCalls',
    about: `System calls of ${abi} by name; ${header}.`,
    from: 'asm/unistd.h',
    abis: [abi],
    names: /^__NR_\w+$/,
    prefix: '__NR_',
    numbersAreUnique: true,
    topic: 'system calls',
    hexadecimal: abi === 'x32',
  });

const commands = constants({
  object: 'iocbCommands',
  about: 'Values of aio_lio_opcode; linux/aio_abi.h. 4 was an experiment that never had a name.',
  from: 'linux/aio_abi.h',
  names: /^IOCB_CMD_[A-Z]+$/,
});

const iocbFlags = constants({
  object: 'iocbFlags',
  about: 'Bits of aio_flags; linux/aio_abi.h.',
  from: 'linux/aio_abi.h',
  names: /^IOCB_FLAG_[A-Z]+$/,
  hexadecimal: true,
});

const readWriteFlags = constants({
  object: 'readWriteFlags',
  about: 'Bits of aio_rw_flags; linux/fs.h.',
  from: 'linux/fs.h',
  names: /^RWF_[A-Z]+$/,
  except: ['RWF_SUPPORTED'],
  topic: 'read-write flags',
  hexadecimal: true,
});

const errnos = constants({
  object: 'errnos',
  about:
    'Errnos by name; asm-generic/errno-base.h, asm-generic/errno.h. EAGAIN and EDEADLK stand for their aliases.',
  from: 'asm/errno.h',
  names: /^E[A-Z0-9]+$/,
  numbersAreUnique: true,
  topic: 'errnos',
});

const server = 'playground-server/uapi';

const ofEveryAbi: Readonly<Record<string, readonly Group[]>> = {
  'errno-table.ts': [errnos],
  'signal-table.ts': [
    constants({
      object: 'signals',
      about: 'Signals by name; asm/signal.h.',
      from: 'asm/signal.h',
      names: /^SIG[A-Z0-9]+$/,
      except: ['SIGSTKSZ', 'SIGRTMIN', 'SIGRTMAX'],
      numbersAreUnique: true,
    }),
    constants({
      object: 'realTime',
      about: 'The first real-time signal as the kernel counts, and how many signals there are.',
      from: 'asm-generic/signal.h',
      names: ['SIGRTMIN', '_NSIG'],
    }),
  ],
  'aio-table.ts': [
    commands,
    iocbFlags,
    readWriteFlags,
    constants({
      object: 'pollEvents',
      about: 'What IOCB_CMD_POLL waits for, in aio_buf; asm-generic/poll.h.',
      from: 'asm/poll.h',
      names: /^POLL[A-Z]+$/,
      except: ['POLLFREE'],
      hexadecimal: true,
    }),
    constants({
      object: 'priorityClasses',
      about: 'The upper bits of aio_reqprio; linux/ioprio.h.',
      from: 'linux/ioprio.h',
      names: ['IOPRIO_CLASS_NONE', 'IOPRIO_CLASS_RT', 'IOPRIO_CLASS_BE', 'IOPRIO_CLASS_IDLE'],
    }),
    constants({
      object: 'priorityBits',
      about: 'Where the class begins; linux/ioprio.h.',
      from: 'linux/ioprio.h',
      names: ['IOPRIO_CLASS_SHIFT'],
    }),
  ],
};

export const tableFiles: readonly TableFile[] = [
  ...Object.entries(ofEveryAbi).map(([name, groups]) => ({ path: `${server}/${name}`, groups })),
  { path: `${server}/x86-64/syscall-table.ts`, groups: [systemCalls('x86-64', 'asm/unistd_64.h')] },
  { path: `${server}/i386/syscall-table.ts`, groups: [systemCalls('i386', 'asm/unistd_32.h')] },
  { path: `${server}/x32/syscall-table.ts`, groups: [systemCalls('x32', 'asm/unistd_x32.h')] },
  { path: `${server}/x86-64/aio-struct-table.ts`, groups: aioStructs('x86-64', 'layout') },
  { path: `${server}/i386/aio-struct-table.ts`, groups: aioStructs('i386', 'layout') },
];
