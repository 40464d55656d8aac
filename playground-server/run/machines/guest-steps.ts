import { accessModes, fcntlNames, openBits } from '../../uapi/x86-64/arguments/file-table.ts';
import { prctlOptions } from '../../uapi/process-table.ts';
import { becomeUser } from './guest-user.ts';
import { step, type Step } from './steps.ts';
import type { Word } from './image.ts';
import { Words } from './words.ts';

/** Flags of mount(2); linux/mount.h. */
const mountFlags = {
  MS_RDONLY: 1,
  MS_NOSUID: 2,
  MS_NODEV: 4,
  MS_NOEXEC: 8,
  MS_REMOUNT: 32,
  MS_NOATIME: 1024,
  MS_BIND: 4096,
} as const;
const { MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT, MS_NOATIME, MS_BIND } = mountFlags;

const { O_RDONLY, O_WRONLY, O_RDWR } = accessModes;
const { O_CREAT, O_NOCTTY } = openBits;

/** asm-generic/ioctls.h and asm-generic/termbits.h: 8 bits, and the receiver on. */
const [TCSETS, CS8, CREAD, VMIN] = [0x5402, 0o60, 0o200, 6];

/** linux/seccomp.h */
const SECCOMP_MODE_FILTER = 2;

/** Descriptors, in the order in which the set-up opens them; agent.h. */
const [line, stdoutReader, stdoutWriter, stderrReader, stderrWriter] = [3, 6, 7, 8, 9];

/** The serial line passes every byte on as it is: struct ktermios. */
function rawLine(): Uint8Array {
  const flags = new Words()
    .int(0)
    .int(0)
    .int(CS8 | CREAD)
    .int(0);
  const characters = Buffer.alloc(20);
  characters[1 + VMIN] = 1;
  return Buffer.concat([flags.bytes(), characters]);
}

const pipe = (): Step => step('pipe2', Buffer.alloc(8), openBits.O_CLOEXEC);

/** A descriptor that is opened is the lowest that is free: 0. */
const asInput = (path: string, flags: number, mode = 0): Step[] => [
  step('close', 0),
  step('open', path, flags, mode),
];

const writeFile = (path: string, content: Uint8Array): Step[] => [
  ...asInput(path, O_WRONLY | O_CREAT, 0o555),
  step('write', 0, content, content.length),
  ...asInput('/dev/null', O_RDONLY),
];

const mount = (what: Word, where: string, type: Word, flags: number, options: Word = 0): Step =>
  step('mount', what, where, type, flags, options);

const remount = (path: string, flags: number): Step =>
  mount(0, path, 0, MS_BIND | MS_REMOUNT | flags);

const memory = (path: string, size: string): Step =>
  mount('tmpfs', path, 'tmpfs', MS_NOSUID | MS_NODEV, `size=${size}`);

/** Of the kernel's settings the program may change those that are its own affair. */
const ownSettings = ['/proc/sys/fs/aio-max-nr', '/proc/sys/vm/overcommit_memory'];
const othersSettings = ['/proc/sysrq-trigger', '/proc/sysemu', '/proc/exitcode', '/proc/irq'];

/** What the first process of a machine makes before there is a job. */
export const setUpSteps: readonly Step[] = [
  ...asInput('/dev/null', O_RDWR),
  step('dup2', 0, 1),
  step('dup2', 0, 2),
  step('open', '/dev/ttyS0', O_RDWR | O_NOCTTY | openBits.O_CLOEXEC),
  step('ioctl', line, TCSETS, rawLine()),
  pipe(),
  pipe(),
  pipe(),
  ...[stdoutReader, stderrReader].map((reader) =>
    step('fcntl', reader, fcntlNames.F_SETFL, openBits.O_NONBLOCK),
  ),
  mount('proc', '/proc', 'proc', MS_NOSUID | MS_NODEV | MS_NOEXEC),
  // Of its own the program could otherwise have namespaces in which it has every capability.
  ...writeFile('/proc/sys/user/max_user_namespaces', Buffer.from('0')),
  mount('/proc/sys', '/proc/sys', 0, MS_BIND),
  ...ownSettings.map((path) => mount(path, path, 0, MS_BIND)),
  remount('/proc/sys', MS_RDONLY),
  // Not every kernel has them.
  ...othersSettings.flatMap((path): Step[] => [
    { ...mount(path, path, 0, MS_BIND), mayFail: true },
    { ...remount(path, MS_RDONLY), mayFail: true },
  ]),
  // In a group of its own, the program may limit itself as a container would.
  mount('cgroup2', '/sys/fs/cgroup', 'cgroup2', MS_NOSUID | MS_NODEV | MS_NOEXEC),
  memory('/dev/shm', '8m'),
  memory('/tmp', '8m'),
];

/** Where a program works: in memory, on the machine's disk, or there through a loop device. */
export type WorkDirectory =
  | { kind: 'memory' }
  | { kind: 'disk' }
  /** @property module of the kernel, which has none built in */
  | { kind: 'loop'; module: Uint8Array; sectorBytes: number };

/** What a program is, and what it may do. */
export interface GuestProgram {
  program: Uint8Array;
  work: WorkDirectory;
  /** id of the user, and of the group, that the program runs as */
  user: number;
  arguments: readonly string[];
  /** null: it reads /dev/null */
  stdin: string | null;
  limits: readonly { resource: number; soft: number; hard: number }[];
  /** picks the calls to stop at; BPF of seccomp(2) */
  filter: Uint8Array;
}

const programPath = '/program';
const stdinPath = '/stdin';
const workPath = '/work';
/** struct sock_filter of linux/filter.h */
const instructionBytes = 8;

/** linux/loop.h: struct loop_config has 304 bytes, of which the first two words are used. */
const LOOP_CONFIGURE = 0x4c0a;
const loopConfigBytes = 304;

/** A loop device has the sectors that it is told to have; its file is descriptor 1. */
const loopSteps = (module: Uint8Array, sectorBytes: number): Step[] => [
  step('init_module', module, module.length, ''),
  ...asInput('/disk', O_RDWR),
  step('dup2', 0, 1),
  ...asInput('/loop', O_RDWR),
  step(
    'ioctl',
    0,
    LOOP_CONFIGURE,
    Buffer.concat([new Words().int(1).int(sectorBytes).bytes()], loopConfigBytes),
  ),
  ...asInput('/dev/null', O_RDONLY),
];

function workSteps(work: WorkDirectory): Step[] {
  if (work.kind === 'memory') return [memory(workPath, '16m')];
  const device = work.kind === 'disk' ? '/disk' : '/loop';
  return [
    ...(work.kind === 'loop' ? loopSteps(work.module, work.sectorBytes) : []),
    mount(device, workPath, 'ext4', MS_NOSUID | MS_NODEV | MS_NOATIME),
    // As in memory, anybody may write there.
    step('chmod', workPath, 0o1777),
  ];
}

/** A machine has nobody at the other end of a pipe, so that it is a file there. */
const stdinSteps = (stdin: string | null): Step[] =>
  stdin === null
    ? []
    : [...writeFile(stdinPath, Buffer.from(stdin)), ...asInput(stdinPath, O_RDONLY)];

/** How the process that waits for a job becomes the program. */
export const programSteps = (guest: GuestProgram): Step[] => [
  step('setsid'),
  ...workSteps(guest.work),
  // What leads out of the machine.
  ...['/job', '/disk', '/loop', '/setup', '/dev/ttyS0'].map((path) => step('unlink', path)),
  { ...step('unlink', '/dev/console'), mayFail: true },
  ...writeFile(programPath, guest.program),
  ...stdinSteps(guest.stdin),
  // The root is memory, of which the program may have no more than its working directory.
  remount('/', MS_RDONLY),
  step('chdir', workPath),
  step('dup2', stdoutWriter, 1),
  step('dup2', stderrWriter, 2),
  ...guest.limits.map(({ resource, soft, hard }) => step('setrlimit', resource, [soft, hard])),
  ...becomeUser(guest.user),
  step('close_range', line, 0xffff_ffff, 0),
  step('prctl', prctlOptions.PR_SET_SECCOMP, SECCOMP_MODE_FILTER, [
    guest.filter.length / instructionBytes,
    guest.filter,
  ]),
  step('execve', programPath, [programPath, ...guest.arguments, 0], [`PWD=${workPath}`, 0]),
];
