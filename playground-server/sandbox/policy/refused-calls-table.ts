import { refuse, type PolicyRow } from './policy.ts';

/**
 * Calls that are refused for a reason worth stating. A call without any row is refused as well;
 * naming one here records that it was considered.
 */
export const refusedCallsTable: readonly PolicyRow[] = [
  refuse(
    'I/O through shared rings that neither the filter nor the tracer can see',
    'io_uring_setup',
    'io_uring_enter',
    'io_uring_register',
  ),
  refuse('a tracee must not trace: it could steer another process past the policy', 'ptrace'),
  refuse(
    "another process' memory or descriptors, pid 1 of the sandbox included",
    'process_vm_readv',
    'process_vm_writev',
    'pidfd_getfd',
    'kcmp',
    'process_madvise',
    'process_mrelease',
  ),
  refuse('code in the kernel; a large attack surface', 'bpf', 'perf_event_open'),
  refuse('kernel keyrings are not wholly namespaced', 'keyctl', 'add_key', 'request_key'),
  refuse(
    'mounts decide what the program can see',
    'mount',
    'umount2',
    'pivot_root',
    'chroot',
    'fsopen',
    'fsconfig',
    'fsmount',
    'fspick',
    'open_tree',
    'move_mount',
    'mount_setattr',
  ),
  refuse('further namespaces bring capabilities and attack surface', 'unshare', 'setns'),
  refuse('stalls the kernel inside copies from user memory, a tool of exploits', 'userfaultfd'),
  refuse('kernel modules', 'init_module', 'finit_module', 'delete_module'),
  refuse('another kernel', 'kexec_load', 'kexec_file_load', 'reboot'),
  refuse('opens files by inode, around the mounts', 'open_by_handle_at', 'name_to_handle_at'),
  refuse('the clock of the host', 'settimeofday', 'clock_settime', 'adjtimex', 'clock_adjtime'),
  refuse('settings of the host', 'swapon', 'swapoff', 'acct', 'quotactl', 'syslog', 'vhangup'),
  refuse('the name is the sandbox’s', 'sethostname', 'setdomainname'),
  refuse('hardware ports', 'iopl', 'ioperm'),
  refuse('16- and 32-bit code segments: another ABI', 'modify_ldt'),
  refuse('flushes the disks of the whole host', 'sync', 'syncfs'),
  refuse('changes how addresses are laid out for children', 'personality'),
  refuse(
    'placement of memory on nodes; a large attack surface of no use here',
    'mbind',
    'set_mempolicy',
    'migrate_pages',
    'move_pages',
    'set_mempolicy_home_node',
  ),
  refuse('watches files of others', 'fanotify_init', 'fanotify_mark'),
  refuse(
    'all sandboxes share their libraries: a watch on one tells when other readers run programs',
    'inotify_add_watch',
    'inotify_rm_watch',
  ),
  refuse('memory that the tracer could not read', 'memfd_secret'),
  refuse('removed or never built', 'uselib', 'nfsservctl', 'lookup_dcookie', '_sysctl'),
];
