import { resources as limited } from '../uapi/process-table.ts';
import { systemCalls } from '../uapi/x86-64/syscall-table.ts';
import { libc, LibcError } from './libc.ts';

const prlimit = libc.func('int prlimit64(int pid, int resource, void *limit, void *old)');
const syscall = libc.func('syscall', 'long', ['long', 'int', 'int', 'int']);

const syscallWithList = libc.func('syscall', 'long', ['long', 'long', 'void *']);

/**
 * Raw system calls change the ids of the calling thread only; libc's wrappers change all threads.
 */
const { setresuid, setresgid, setgroups } = systemCalls;
const unchanged = -1;

/** Resources of prlimit(2), named with their units. */
export const resources = {
  cpuSeconds: limited.RLIMIT_CPU,
  fileBytes: limited.RLIMIT_FSIZE,
  dataBytes: limited.RLIMIT_DATA,
  stackBytes: limited.RLIMIT_STACK,
  coreBytes: limited.RLIMIT_CORE,
  processes: limited.RLIMIT_NPROC,
  openFiles: limited.RLIMIT_NOFILE,
  lockedBytes: limited.RLIMIT_MEMLOCK,
  addressSpaceBytes: limited.RLIMIT_AS,
  pendingSignals: limited.RLIMIT_SIGPENDING,
  messageQueueBytes: limited.RLIMIT_MSGQUEUE,
} as const;

export type Resource = keyof typeof resources;

interface Ids {
  uid: number;
  gid: number;
}

const limit = Buffer.alloc(16);

/** Sets a soft and a hard limit for another process; prlimit(2). */
export function setLimit(pid: number, resource: Resource, soft: number, hard = soft): void {
  limit.writeBigUInt64LE(BigInt(soft), 0);
  limit.writeBigUInt64LE(BigInt(hard), 8);
  if ((prlimit(pid, resources[resource], limit, null) as number) === -1) {
    throw new LibcError(`prlimit ${resource}`);
  }
}

/**
 * Runs `action` with other real ids for this thread; the effective ids stay, and every capability
 * with them. `action` must be synchronous.
 */
export const withRealIds = <T>(ids: Ids, action: () => T): T =>
  withThreadIds(ids, { uid: unchanged, gid: unchanged }, action);

/**
 * Runs `action` as another user, with none of this thread's capabilities. Most containers have a
 * root without CAP_SYS_RESOURCE and CAP_SYS_NICE, who may limit and delay only what runs under its
 * own ids: prlimit(2), setpriority(2). `action` must be synchronous.
 */
export const withIds = <T>(ids: Ids, action: () => T): T => withThreadIds(ids, ids, action);

function withThreadIds<T>(real: Ids, effective: Ids, action: () => T): T {
  const own = { uid: process.geteuid!(), gid: process.getegid!() };
  try {
    setThreadIds('setresgid', setresgid, real.gid, effective.gid);
    setThreadIds('setresuid', setresuid, real.uid, effective.uid);
    return action();
  } finally {
    // The user first: its capabilities are needed for the group.
    insist(() => setThreadIds('setresuid', setresuid, own.uid, own.uid));
    insist(() => setThreadIds('setresgid', setresgid, own.gid, own.gid));
  }
}

/** Runs `action`, which must be synchronous, without this thread's supplementary groups. */
export function withoutGroups<T>(action: () => T): T {
  const groups = process.getgroups!();
  try {
    setGroups([]);
    return action();
  } finally {
    insist(() => setGroups(groups));
  }
}

/** What the kernel needs for new credentials is a few bytes: a shortage of them is momentary. */
function insist(action: () => void, attempts = 3): void {
  try {
    action();
  } catch (error) {
    if (attempts === 1) throw error;
    insist(action, attempts - 1);
  }
}

function setGroups(groups: readonly number[]): void {
  const list = Buffer.alloc(4 * Math.max(1, groups.length));
  groups.forEach((group, index) => list.writeUInt32LE(group, 4 * index));
  if (Number(syscallWithList(setgroups, groups.length, list)) === -1) {
    throw new LibcError('setgroups');
  }
}

/** The saved id stays as it is, so that the thread can return. */
function setThreadIds(call: string, nr: number, real: number, effective: number): void {
  if (Number(syscall(nr, real, effective, unchanged)) === -1) throw new LibcError(call);
}
