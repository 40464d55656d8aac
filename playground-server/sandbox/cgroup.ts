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

/** What all processes of one run may use together. */
export interface CgroupLimits {
  memoryBytes: number;
  processes: number;
}

/** A run's control group. */
export interface RunCgroup {
  /** Moves the held sandbox in, before its program exists. */
  add(pid: number): Promise<void>;
  /** True when the kernel ended a process for want of memory. */
  memoryExceeded(): boolean;
  /** Removes the group; everything inside must be dead. */
  remove(): Promise<void>;
}

/** Where groups can be made, and how their files are called. */
export interface CgroupParent {
  description: string;
  create(name: string, limits: CgroupLimits): RunCgroup;
  remove(): void;
}

interface Hierarchy {
  folder: string;
  settings(limits: CgroupLimits): [file: string, value: string][];
  /** file that counts processes killed for memory */
  oomFile: string | null;
}

const oomKills = (text: string): number => Number(/^oom_kill (\d+)/m.exec(text)?.[1] ?? 0);

/** cgroups(7): version 2 with both controllers, where the server may write; not run on every host. */
function version2(root: string, own: string): Hierarchy[] {
  const folder = join(root, own);
  const controllers = readFileSync(join(folder, 'cgroup.controllers'), 'utf8').split(/\s/);
  if (!['memory', 'pids'].every((name) => controllers.includes(name))) return [];
  // Controllers are handed on only by a group without processes of its own, the root excepted.
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
    },
  ];
}

/** Version 1: each controller has a tree of its own. */
function version1(root: string, own: ReadonlyMap<string, string>): Hierarchy[] {
  const memory = own.get('memory');
  const pids = own.get('pids');
  if (memory === undefined || pids === undefined) return [];
  return [
    {
      folder: join(root, 'memory', memory),
      settings: ({ memoryBytes }) => [['memory.limit_in_bytes', String(memoryBytes)]],
      oomFile: 'memory.oom_control',
    },
    {
      folder: join(root, 'pids', pids),
      settings: ({ processes }) => [['pids.max', String(processes)]],
      oomFile: null,
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
 * Finds where this server may make control groups, or says why nowhere; rlimits hold either way.
 * @param name of the folder that the server's groups share
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
  return {
    description,
    create(name, limits) {
      const groups = hierarchies.map((one) => ({ ...one, folder: join(one.folder, name) }));
      makeGroups(groups, limits);
      return {
        add: async (pid) => {
          // Not synchronous: the kernel waits for an RCU grace period, 10–20 ms.
          for (const { folder } of groups)
            await writeFile(join(folder, 'cgroup.procs'), String(pid));
        },
        memoryExceeded: () =>
          groups.some(
            ({ folder, oomFile }) =>
              oomFile !== null && oomKills(readFileSync(join(folder, oomFile), 'utf8')) > 0,
          ),
        remove: async () => {
          for (const { folder } of groups) await removeGroup(folder);
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

/** Makes the group in each hierarchy, or throws and leaves none. */
function makeGroups(groups: readonly Hierarchy[], limits: CgroupLimits): void {
  const made: string[] = [];
  try {
    for (const { folder, settings } of groups) {
      mkdirSync(folder);
      made.push(folder);
      for (const [file, value] of settings(limits)) writeIfThere(join(folder, file), value);
    }
  } catch (error) {
    for (const folder of made) rmdirSync(folder);
    throw error;
  }
}

/** A dead process is counted until somebody has reaped it, which may be the host's init. */
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

/** Swap accounting is compiled out of some kernels; without swap there is nothing to limit. */
function writeIfThere(path: string, value: string): void {
  if (existsSync(path)) writeFileSync(path, value);
}
