import { constants } from './constants.ts';
import type { Group, StructGroup } from './table-file.ts';

const filterFlags = constants({
  object: 'filterFlags',
  about: 'Flags of SECCOMP_SET_MODE_FILTER; linux/seccomp.h.',
  from: 'linux/seccomp.h',
  names: /^SECCOMP_FILTER_FLAG_[A-Z_]+$/,
  hexadecimal: true,
});

export const seccompGroups = [
  constants({
    object: 'filterActions',
    about: 'What a filter answers; linux/seccomp.h.',
    from: 'linux/seccomp.h',
    names: [
      'SECCOMP_RET_KILL_PROCESS',
      'SECCOMP_RET_ERRNO',
      'SECCOMP_RET_TRACE',
      'SECCOMP_RET_ALLOW',
    ],
    hexadecimal: true,
  }),
  filterFlags,
  constants({
    object: 'architectures',
    about: 'The ABI of a call, as seccomp and ptrace tell it; linux/audit.h.',
    from: 'linux/audit.h',
    names: ['AUDIT_ARCH_I386', 'AUDIT_ARCH_X86_64'],
    hexadecimal: true,
  }),
];

/** What installs a filter; everything in the sandbox is of x86-64. */
export const filterInstallation: readonly Group[] = [
  constants({
    object: 'seccompOperations',
    about: 'What seccomp(2) is to do; linux/seccomp.h.',
    from: 'linux/seccomp.h',
    names: ['SECCOMP_SET_MODE_FILTER'],
  }),
  filterFlags,
  {
    kind: 'struct',
    object: 'sockFprog',
    about: '`struct sock_fprog`, a filter: how many instructions, and where; linux/filter.h.',
    type: 'struct sock_fprog',
    headers: ['linux/filter.h'],
    abis: ['x86-64'],
    shape: 'offsets',
    fields: { len: 'len', filter: 'filter' },
  },
  {
    kind: 'struct',
    object: 'sockFilter',
    about: '`struct sock_filter`, an instruction; linux/filter.h.',
    type: 'struct sock_filter',
    headers: ['linux/filter.h'],
    abis: ['x86-64'],
    shape: 'offsets',
    fields: { code: 'code', jt: 'jt', jf: 'jf', k: 'k' },
  },
];

/** A timer that sends its signal to one thread. */
export const timerGroups: readonly Group[] = [
  constants({
    object: 'timerNotices',
    about: 'Whom a timer tells that it has run out; asm-generic/siginfo.h.',
    from: 'asm/siginfo.h',
    abis: ['x86-64'],
    names: ['SIGEV_THREAD_ID'],
  }),
  constants({
    object: 'clocks',
    about: 'Clocks that timers run by; linux/time.h.',
    from: 'linux/time.h',
    abis: ['x86-64'],
    names: ['CLOCK_MONOTONIC'],
  }),
  {
    kind: 'struct',
    object: 'sigevent',
    about: '`struct sigevent`, what a timer does when it runs out; asm-generic/siginfo.h.',
    type: 'struct sigevent',
    headers: ['asm/siginfo.h'],
    abis: ['x86-64'],
    shape: 'offsets',
    fields: { signo: 'sigev_signo', notify: 'sigev_notify', thread: '_sigev_un._tid' },
  },
  {
    kind: 'struct',
    object: 'itimerspec',
    about: '`struct itimerspec`, when a timer runs out, and how often; linux/time.h.',
    type: 'struct itimerspec',
    headers: ['linux/time.h'],
    abis: ['x86-64'],
    shape: 'offsets',
    fields: { intervalNs: 'it_interval.tv_nsec', valueNs: 'it_value.tv_nsec' },
  },
];

const ptraceConstants = [
  constants({
    object: 'ptraceRequests',
    about: 'Requests of ptrace(2); linux/ptrace.h, asm/ptrace-abi.h.',
    from: 'linux/ptrace.h',
    abis: ['x86-64'],
    names: [
      'PTRACE_CONT',
      'PTRACE_GETREGS',
      'PTRACE_SETREGS',
      'PTRACE_DETACH',
      'PTRACE_SYSCALL',
      'PTRACE_GETEVENTMSG',
      'PTRACE_GETSIGINFO',
      'PTRACE_SEIZE',
      'PTRACE_INTERRUPT',
      'PTRACE_LISTEN',
      'PTRACE_SETSIGMASK',
      'PTRACE_GET_SYSCALL_INFO',
    ],
    hexadecimal: true,
  }),
  constants({
    object: 'ptraceOptions',
    about: 'Options of PTRACE_SEIZE; linux/ptrace.h.',
    from: 'linux/ptrace.h',
    abis: ['x86-64'],
    names: /^PTRACE_O_[A-Z_]+$/,
    except: ['PTRACE_O_MASK'],
    hexadecimal: true,
  }),
  constants({
    object: 'ptraceEvents',
    about: 'Why a traced thread stopped: the upper half of its wait status; linux/ptrace.h.',
    from: 'linux/ptrace.h',
    abis: ['x86-64'],
    names: /^PTRACE_EVENT_[A-Z_]+$/,
    except: ['PTRACE_EVENTMSG_SYSCALL_ENTRY', 'PTRACE_EVENTMSG_SYSCALL_EXIT'],
  }),
  constants({
    object: 'syscallInfoOps',
    about: 'At which side of a call a thread stands; linux/ptrace.h.',
    from: 'linux/ptrace.h',
    abis: ['x86-64'],
    names: /^PTRACE_SYSCALL_INFO_(NONE|ENTRY|EXIT|SECCOMP)$/,
  }),
];

const ptraceStructs: readonly StructGroup[] = [
  {
    kind: 'struct',
    object: 'ptraceSyscallInfo',
    about: '`struct ptrace_syscall_info`, what PTRACE_GET_SYSCALL_INFO tells; linux/ptrace.h.',
    type: 'struct ptrace_syscall_info',
    headers: ['linux/ptrace.h'],
    abis: ['x86-64'],
    shape: 'offsets',
    fields: {
      op: 'op',
      arch: 'arch',
      instruction_pointer: 'instruction_pointer',
      stack_pointer: 'stack_pointer',
      nr: 'entry.nr',
      args: 'entry.args[0]',
      rval: 'exit.rval',
    },
  },
  {
    kind: 'struct',
    object: 'registers',
    about: '`struct user_regs_struct`, what PTRACE_GETREGS tells; sys/user.h.',
    type: 'struct user_regs_struct',
    headers: ['sys/user.h'],
    abis: ['x86-64'],
    shape: 'offsets',
    fields: {
      r15: 'r15',
      r14: 'r14',
      r13: 'r13',
      r12: 'r12',
      rbp: 'rbp',
      rbx: 'rbx',
      r11: 'r11',
      r10: 'r10',
      r9: 'r9',
      r8: 'r8',
      rax: 'rax',
      rcx: 'rcx',
      rdx: 'rdx',
      rsi: 'rsi',
      rdi: 'rdi',
      orig_rax: 'orig_rax',
      rip: 'rip',
      rsp: 'rsp',
    },
  },
  {
    kind: 'struct',
    object: 'siginfo',
    about: '`siginfo_t`, what PTRACE_GETSIGINFO tells; asm-generic/siginfo.h.',
    type: 'siginfo_t',
    headers: ['asm/siginfo.h'],
    abis: ['x86-64'],
    shape: 'offsets',
    fields: { si_code: 'si_code' },
  },
];

export const ptraceGroups = [...ptraceConstants, ...ptraceStructs];
