import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { removeOrphanedGroups } from './leftovers.ts';

/** What all processes of one run may use between them. */
export interface CgroupLimits {
  memoryBytes: number;
  processes: number;
}

/** A run's control group, one in each hierarchy. */
export interface RunCgroup {
  /** Moves the held sandbox in, before its program starts. */
  add(pid: number): Promise<void>;
  /** True when the kernel killed a process because memory ran out. */
  memoryExceeded(): boolean;
  /** Takes the group back for another run; everything inside must be dead. */
  giveBack(): Promise<void>;
}

/** Where groups can be made, and what their files are called. */
export interface CgroupParent {
  description: string;
  create(limits: CgroupLimits): RunCgroup;
  remove(): void;
}

interface Hierarchy {
  folder: string;
  settings(limits: CgroupLimits): [file: string, value: string][];
  /** file that counts the processes killed for memory */
  oomFile: string | null;
  /** files that say what is in use, and how much of it a group without processes may still hold */
  rests: readonly [file: string, most: number][];
}

/**
 * What the kernel may leave charged to a reused group: at most this much less memory for the next
 * run.
 */
const mostRestBytes = 1024 * 1024;

/**
 * cgroups(7), version 2, where the server may write and has both controllers; few hosts allow that.
 */
function version2(root: string, own: string): Hierarchy[] {
  const folder = join(root, own);
  const controllers = readFileSync(join(folder, 'cgroup.controllers'), 'utf8').split(/\s/);
  if (!['memory', 'pids'].every((name) => controllers.includes(name))) return [];
  // Only a group without processes of its own can delegate controllers; the root is the exception.
  if (own !== '/') {
    mkdirSync(join(folder, 'live-man-server'), { recursive: true });
    writeFileSync(join(folder, 'live-man-server', 'cgroup.procs'), String(process.pid));
  }
  writeFileSync(join(folder, 'cgroup.subtree_control'), '+memory +pids');
  return [
    {
      folder,
      settings: ({ memoryBytes, processes }) => [
        ['memory.max', String(memoryBytes)],
        ['memory.swap.max', '0'],
        ['pids.max', String(processes)],
      ],
      oomFile: 'memory.events',
      rests: [
        ['pids.current', 0],
        ['memory.current', mostRestBytes],
      ],
    },
  ];
}

/** Version 1, where each controller has its own tree. */
function version1(root: string, own: ReadonlyMap<string, string>): Hierarchy[] {
  const memory = own.get('memory');
  const pids = own.get('pids');
  if (memory === undefined || pids === undefined) return [];
  return [
    {
      folder: join(root, 'memory', memory),
      settings: ({ memoryBytes }) => [['memory.limit_in_bytes', String(memoryBytes)]],
      oomFile: 'memory.oom_control',
      rests: [['memory.usage_in_bytes', mostRestBytes]],
    },
    {
      folder: join(root, 'pids', pids),
      settings: ({ processes }) => [['pids.max', String(processes)]],
      oomFile: null,
      rests: [['pids.current', 0]],
    },
  ];
}

/** Lines of /proc/self/cgroup: "number:controllers:path"; version 2 has no controllers. */
function ownGroups(): Map<string, string> {
  const lines = readFileSync('/proc/self/cgroup', 'utf8').trim().split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, controllers = '', path = '/'] = line.split(':');
      return controllers.split(',').map((name) => [name, path] as const);
    }),
  );
}

/**
 * Finds where this server may make control groups, or says why it cannot; rlimits hold either way.
 * @param name of the folder that holds all of the server's groups
 */
export function findCgroupParent(name: string, root = '/sys/fs/cgroup'): CgroupParent | string {
  try {
    const own = ownGroups();
    const unified = existsSync(join(root, 'cgroup.controllers'));
    const found = unified ? version2(root, own.get('') ?? '/') : version1(root, own);
    if (found.length === 0)
      return 'the memory and pids controllers are not delegated to the server';
    for (const { folder } of found) removeOrphanedGroups(folder);
    const hierarchies = found.map((one) => ({ ...one, folder: join(one.folder, name) }));
    for (const { folder } of hierarchies) mkdirSync(folder, { recursive: true });
    if (unified)
      writeFileSync(join(hierarchies[0]!.folder, 'cgroup.subtree_control'), '+memory +pids');
    return parentOf(hierarchies, unified ? 'cgroup version 2' : 'cgroup version 1');
  } catch (error) {
    return `no control group can be made: ${String(error)}`;
  }
}

function parentOf(hierarchies: readonly Hierarchy[], description: string): CgroupParent {
  // Making or removing a group takes a host-wide lock, so the groups of the busiest moment are
  // kept.
  const idle: (readonly Hierarchy[])[] = [];
  let made = 0;
  const make = () => makeGroups(hierarchies, `run-${++made}`);
  return {
    description,
    create(limits) {
      const groups = idle.pop() ?? make();
      limit(groups, limits);
      // The counter is not reset between runs.
      const oomKillsBefore = oomKills(groups);
      return {
        add: async (pid) => {
          // Asynchronous, since the kernel waits for an RCU grace period, 10–20 ms.
          for (const { folder } of groups)
            await writeFile(join(folder, 'cgroup.procs'), String(pid));
        },
        memoryExceeded: () => oomKills(groups) > oomKillsBefore,
        giveBack: async () => {
          if (isAsNew(groups)) idle.push(groups);
          else for (const { folder } of groups) await removeGroup(folder);
        },
      };
    },
    remove() {
      for (const { folder } of hierarchies) {
        for (const entry of readdirSync(folder, { withFileTypes: true })) {
          if (entry.isDirectory()) rmdirSync(join(folder, entry.name));
        }
        rmdirSync(folder);
      }
    },
  };
}

/** Makes the group in every hierarchy, or throws and leaves none behind. */
function makeGroups(hierarchies: readonly Hierarchy[], name: string): readonly Hierarchy[] {
  const groups = hierarchies.map((one) => ({ ...one, folder: join(one.folder, name) }));
  const made: string[] = [];
  try {
    for (const { folder } of groups) {
      mkdirSync(folder);
      made.push(folder);
    }
    return groups;
  } catch (error) {
    for (const folder of made) rmdirSync(folder);
    throw error;
  }
}

/** Sets the limits, or throws and removes the group. */
function limit(groups: readonly Hierarchy[], limits: CgroupLimits): void {
  try {
    for (const { folder, settings } of groups)
      for (const [file, value] of settings(limits)) writeIfThere(join(folder, file), value);
  } catch (error) {
    for (const { folder } of groups) rmdirSync(folder);
    throw error;
  }
}

function oomKills(groups: readonly Hierarchy[]): number {
  const counts = groups.map(({ folder, oomFile }) =>
    oomFile === null ? null : /^oom_kill (\d+)/m.exec(readFileSync(join(folder, oomFile), 'utf8')),
  );
  return counts.reduce((sum, count) => sum + Number(count?.[1] ?? 0), 0);
}

/** Whether a run left nothing charged to its group, so that the next run may use it. */
const isAsNew = (groups: readonly Hierarchy[]): boolean =>
  groups.every(({ folder, rests }) =>
    rests.every(([file, most]) => Number(readFileSync(join(folder, file), 'utf8')) <= most),
  );

/** Retries, since a dead process counts until it is reaped, perhaps by the host's init. */
async function removeGroup(folder: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rmdir(folder);
    } catch (error) {
      if (attempt === 50 || (error as NodeJS.ErrnoException).code !== 'EBUSY') throw error;
      await setTimeout(10);
    }
  }
}

/**
 * Skips a missing file: some kernels lack swap accounting, and without swap nothing needs limiting.
 */
function writeIfThere(path: string, value: string): void {
  if (existsSync(path)) writeFileSync(path, value);
}
