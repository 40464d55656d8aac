import koffi from 'koffi';
import { closeSync } from 'node:fs';
import { libc, LibcError } from './libc.ts';
import { duplicate } from './pipe.ts';
import { withoutGroups, withRealIds } from './resource-limit.ts';

const spawnp = libc.func(
  'int posix_spawnp(_Out_ int *pid, const char *file, void *actions, void *attributes, const char **argv, const char **envp)',
);
const initActions = libc.func('int posix_spawn_file_actions_init(void *actions)');
const addDup2 = libc.func('int posix_spawn_file_actions_adddup2(void *actions, int from, int to)');
const freeActions = libc.func('int posix_spawn_file_actions_destroy(void *actions)');
const initAttributes = libc.func('int posix_spawnattr_init(void *attributes)');
const setFlags = libc.func('int posix_spawnattr_setflags(void *attributes, short flags)');
const setDefaults = libc.func('int posix_spawnattr_setsigdefault(void *attributes, void *signals)');
const setMask = libc.func('int posix_spawnattr_setsigmask(void *attributes, void *signals)');
const fillSet = libc.func('int sigfillset(void *signals)');
const emptySet = libc.func('int sigemptyset(void *signals)');

/** spawn.h */
const POSIX_SPAWN_RESETIDS = 0x01;
const POSIX_SPAWN_SETSIGDEF = 0x04;
const POSIX_SPAWN_SETSIGMASK = 0x08;

/**
 * More than the sizes of posix_spawn_file_actions_t (80), posix_spawnattr_t (336) and sigset_t
 * (128).
 */
const structBytes = 512;

export interface SpawnRequest {
  /** the program is looked up in this process's PATH */
  argv: readonly [string, ...string[]];
  environment: Readonly<Record<string, string>>;
  /** the nth becomes descriptor n of the child, which gets no others */
  descriptors: readonly number[];
  /** ids of the child; null for those of this process */
  identity: { uid: number; gid: number } | null;
}

/**
 * Starts a process with posix_spawn(3), which borrows this one's memory until the exec. Node's own
 * spawn forks, and so copies the page tables of the whole server: 20 ms where this takes one.
 * Only `reap` waits for the child. Returns its pid, or throws LibcError.
 */
export function spawnProcess(request: SpawnRequest): number {
  const { identity } = request;
  if (!identity) return spawnAs(request, 0);
  // RESETIDS copies the thread's real ids to the child's effective ones, exec those to the saved
  // ones.
  return withoutGroups(() => withRealIds(identity, () => spawnAs(request, POSIX_SPAWN_RESETIDS)));
}

function spawnAs({ argv, environment, descriptors }: SpawnRequest, flags: number): number {
  const lifted: number[] = [];
  const actions = Buffer.alloc(structBytes);
  check('posix_spawn_file_actions_init', initActions(actions) as number);
  try {
    // A descriptor at a number that another one must take would be overwritten before its turn.
    for (const fd of descriptors) lifted.push(duplicate(fd, descriptors.length));
    lifted.forEach((fd, to) => check('adddup2', addDup2(actions, fd, to) as number));
    const pid: [number] = [0];
    const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    const attributes = attributesWith(flags);
    const failed = spawnp(pid, argv[0], actions, attributes, [...argv, null], [...variables, null]);
    check('posix_spawn', failed as number);
    return pid[0];
  } finally {
    freeActions(actions);
    for (const fd of lifted) closeSync(fd);
  }
}

/** Gives the child every signal's default action and no blocked ones: Node ignores SIGPIPE. */
function attributesWith(flags: number): Buffer {
  const attributes = Buffer.alloc(structBytes);
  const signals = Buffer.alloc(structBytes);
  const allFlags = flags | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
  check('posix_spawnattr_init', initAttributes(attributes) as number);
  check('posix_spawnattr_setflags', setFlags(attributes, allFlags) as number);
  fillSet(signals);
  check('posix_spawnattr_setsigdefault', setDefaults(attributes, signals) as number);
  emptySet(signals);
  check('posix_spawnattr_setsigmask', setMask(attributes, signals) as number);
  return attributes;
}

/** These functions return the errno instead of setting it. */
function check(call: string, errno: number): void {
  if (errno !== 0) throw new LibcError(call, errno);
}

if (koffi.sizeof('short') !== 2) throw new Error('live-man runs on 64-bit machines only');
