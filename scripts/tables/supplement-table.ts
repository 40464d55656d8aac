import type { AbiName } from './table-file.ts';

/**
 * Facts that the headers of Debian 12 do not state: some are younger, some never leave the kernel.
 * When newer headers state one of the first kind, the test of the tables says so, and its row can go.
 */
export interface SupplementRow {
  topic: SupplementTopic;
  abis: readonly AbiName[];
  name: string;
  value: number;
  /** the Linux that showed it to programs; null: none ever did */
  since: string | null;
  /** file of the kernel's source */
  source: string;
}

/** What a group of constants asks the supplement for. */
export type SupplementTopic = 'read-write flags' | 'system calls' | 'errnos' | 'prctl options';

const everywhere: readonly AbiName[] = ['x86-64', 'i386', 'x32'];

const readWriteFlags = [
  ['RWF_NOAPPEND', 0x20, '6.9'],
  ['RWF_ATOMIC', 0x40, '6.11'],
  ['RWF_DONTCACHE', 0x80, '6.14'],
  ['RWF_NOSIGNAL', 0x100, '6.18'],
] as const;

/** New calls have one number for every ABI since 424. */
const systemCalls = [
  ['cachestat', 451, '6.5'],
  ['fchmodat2', 452, '6.6'],
  ['map_shadow_stack', 453, '6.6'],
  ['futex_wake', 454, '6.7'],
  ['futex_wait', 455, '6.7'],
  ['futex_requeue', 456, '6.7'],
  ['statmount', 457, '6.8'],
  ['listmount', 458, '6.8'],
  ['lsm_get_self_attr', 459, '6.8'],
  ['lsm_set_self_attr', 460, '6.8'],
  ['lsm_list_modules', 461, '6.8'],
  ['mseal', 462, '6.10'],
  ['setxattrat', 463, '6.13'],
  ['getxattrat', 464, '6.13'],
  ['listxattrat', 465, '6.13'],
  ['removexattrat', 466, '6.13'],
  ['open_tree_attr', 467, '6.15'],
  ['file_getattr', 468, '6.17'],
  ['file_setattr', 469, '6.17'],
] as const;

/** The kernel's trampolines for probes; x86-64 alone has them. */
const probeCalls = [
  ['uretprobe', 335, '6.11'],
  ['uprobe', 336, '6.18'],
] as const;

const callTables = {
  'x86-64': 'arch/x86/entry/syscalls/syscall_64.tbl',
  x32: 'arch/x86/entry/syscalls/syscall_64.tbl',
  i386: 'arch/x86/entry/syscalls/syscall_32.tbl',
} as const;

/** __X32_SYSCALL_BIT, arch/x86/include/uapi/asm/unistd.h. */
const x32Bit = 0x40000000;

/** Only the kernel sees these, and who traces a program. */
const internalErrnos = [
  ['ERESTARTSYS', 512],
  ['ERESTARTNOINTR', 513],
  ['ERESTARTNOHAND', 514],
  ['ENOIOCTLCMD', 515],
  ['ERESTART_RESTARTBLOCK', 516],
  ['EPROBE_DEFER', 517],
  ['EOPENSTALE', 518],
  ['ENOPARAM', 519],
  ['EBADHANDLE', 521],
  ['ENOTSYNC', 522],
  ['EBADCOOKIE', 523],
  ['ENOTSUPP', 524],
  ['ETOOSMALL', 525],
  ['ESERVERFAULT', 526],
  ['EBADTYPE', 527],
  ['EJUKEBOX', 528],
  ['EIOCBQUEUED', 529],
  ['ERECALLCONFLICT', 530],
  ['ENOGRACE', 531],
] as const;

export const supplementTable: readonly SupplementRow[] = [
  ...readWriteFlags.map(([name, value, since]) => ({
    topic: 'read-write flags' as const,
    abis: everywhere,
    name,
    value,
    since,
    source: 'include/uapi/linux/fs.h',
  })),
  ...systemCalls.flatMap(([name, number, since]) =>
    everywhere.map((abi) => ({
      topic: 'system calls' as const,
      abis: [abi],
      name,
      value: abi === 'x32' ? number + x32Bit : number,
      since,
      source: callTables[abi],
    })),
  ),
  ...probeCalls.map(([name, value, since]) => ({
    topic: 'system calls' as const,
    abis: ['x86-64' as const],
    name,
    value,
    since,
    source: callTables['x86-64'],
  })),
  ...internalErrnos.map(([name, value]) => ({
    topic: 'errnos' as const,
    abis: everywhere,
    name,
    value,
    since: null,
    source: 'include/linux/errno.h',
  })),
  {
    topic: 'prctl options',
    abis: everywhere,
    name: 'PR_SET_MEMORY_MERGE',
    value: 67,
    since: '6.4',
    source: 'include/uapi/linux/prctl.h',
  },
];
