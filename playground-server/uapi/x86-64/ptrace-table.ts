// Written by `npm run tables`: edit scripts/tables/ instead.

/** Requests of ptrace(2); linux/ptrace.h, asm/ptrace-abi.h. */
export const ptraceRequests = {
  PTRACE_CONT: 0x7,
  PTRACE_GETREGS: 0xc,
  PTRACE_SETREGS: 0xd,
  PTRACE_DETACH: 0x11,
  PTRACE_SYSCALL: 0x18,
  PTRACE_GETEVENTMSG: 0x4201,
  PTRACE_GETSIGINFO: 0x4202,
  PTRACE_SEIZE: 0x4206,
  PTRACE_INTERRUPT: 0x4207,
  PTRACE_LISTEN: 0x4208,
  PTRACE_SETSIGMASK: 0x420b,
  PTRACE_GET_SYSCALL_INFO: 0x420e,
} as const;

/** Options of PTRACE_SEIZE; linux/ptrace.h. */
export const ptraceOptions = {
  PTRACE_O_TRACESYSGOOD: 0x1,
  PTRACE_O_TRACEFORK: 0x2,
  PTRACE_O_TRACEVFORK: 0x4,
  PTRACE_O_TRACECLONE: 0x8,
  PTRACE_O_TRACEEXEC: 0x10,
  PTRACE_O_TRACEVFORKDONE: 0x20,
  PTRACE_O_TRACEEXIT: 0x40,
  PTRACE_O_TRACESECCOMP: 0x80,
  PTRACE_O_EXITKILL: 0x100000,
  PTRACE_O_SUSPEND_SECCOMP: 0x200000,
} as const;

/** Why a traced thread stopped: the upper half of its wait status; linux/ptrace.h. */
export const ptraceEvents = {
  PTRACE_EVENT_FORK: 1,
  PTRACE_EVENT_VFORK: 2,
  PTRACE_EVENT_CLONE: 3,
  PTRACE_EVENT_EXEC: 4,
  PTRACE_EVENT_VFORK_DONE: 5,
  PTRACE_EVENT_EXIT: 6,
  PTRACE_EVENT_SECCOMP: 7,
  PTRACE_EVENT_STOP: 128,
} as const;

/** At which side of a call a thread stands; linux/ptrace.h. */
export const syscallInfoOps = {
  PTRACE_SYSCALL_INFO_NONE: 0,
  PTRACE_SYSCALL_INFO_ENTRY: 1,
  PTRACE_SYSCALL_INFO_EXIT: 2,
  PTRACE_SYSCALL_INFO_SECCOMP: 3,
} as const;

/** `struct ptrace_syscall_info`, what PTRACE_GET_SYSCALL_INFO tells; linux/ptrace.h. */
export const ptraceSyscallInfo = {
  bytes: 88,
  fields: {
    op: 0,
    arch: 4,
    instruction_pointer: 8,
    stack_pointer: 16,
    nr: 24,
    args: 32,
    rval: 24,
  },
} as const;

/** `struct user_regs_struct`, what PTRACE_GETREGS tells; sys/user.h. */
export const registers = {
  bytes: 216,
  fields: {
    r15: 0,
    r14: 8,
    r13: 16,
    r12: 24,
    rbp: 32,
    rbx: 40,
    r11: 48,
    r10: 56,
    r9: 64,
    r8: 72,
    rax: 80,
    rcx: 88,
    rdx: 96,
    rsi: 104,
    rdi: 112,
    orig_rax: 120,
    rip: 128,
    rsp: 152,
  },
} as const;

/** `siginfo_t`, what PTRACE_GETSIGINFO tells; asm-generic/siginfo.h. */
export const siginfo = {
  bytes: 128,
  fields: {
    si_code: 8,
  },
} as const;
