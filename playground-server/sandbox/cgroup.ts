import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  write,
} from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual, promisify } from 'node:util';
import {
  version1,
  version2,
  writeSetting,
  type CgroupLimits,
  type Hierarchies,
  type Hierarchy,
  type Weight,
} from './hierarchies.ts';
import { removeOrphanedGroups } from './leftovers.ts';

/** A run's control group, one in each hierarchy. */
export interface RunCgroup {
  /** Moves the held sandbox in, before its program starts. */
  add(pid: number): Promise<void>;
  /** Gives it a tenth of what others get of a processor that they want. */
  giveWay(): void;
  /** True when the kernel killed a process because memory ran out. */
  memoryExceeded(): boolean;
  /** Takes the group back for another run; everything inside must be dead. */
  giveBack(): Promise<void>;
}

/** Where groups can be made, and what their files are called. */
export interface CgroupParent {
  description: string;
  create(limits: CgroupLimits): RunCgroup;
  /** Moves the held sandbox of a tool to where all tools share the processors as one run does. */
  addTool(pid: number): Promise<void>;
  /**
   * Lets all sandboxes together weigh as much as the server, instead of a tenth, until it is called
   * back: somebody waits for one of them who may not be kept waiting.
   */
  need(): () => void;
  /** The same, and the tools as much as a run. */
  needTools(): () => void;
  /** Removes all of them; everything inside must be dead. */
  remove(): Promise<void>;
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
    const isUnified = existsSync(join(root, 'cgroup.controllers'));
    const found = isUnified ? version2(root, own.get('') ?? '/') : version1(root, own);
    if (found.trees.length === 0)
      return 'the memory and pids controllers are not delegated to the server';
    for (const { folder } of found.trees) removeOrphanedGroups(folder);
    return parentOf(makeParent(found, name), found.description);
  } catch (error) {
    return `no control group can be made: ${String(error)}`;
  }
}

/** Makes the group that all sandboxes of this server are below. */
function makeParent({ trees, delegated }: Hierarchies, name: string): readonly Hierarchy[] {
  const parent = makeGroups(trees, name);
  for (const { folder } of parent)
    if (delegated !== null) writeSetting(folder, ['cgroup.subtree_control', delegated]);
  return parent;
}

/** One run's groups, and the limits that they were given last; null before the first. */
interface MadeGroups {
  groups: readonly Hierarchy[];
  limits: CgroupLimits | null;
}

function parentOf(hierarchies: readonly Hierarchy[], description: string): CgroupParent {
  // Making or removing a group takes a host-wide lock, so the groups of the busiest moment are
  // kept. In some of them a dead process still counts: until it is reaped, perhaps by the host's
  // init, and until its last thread has left its processor for good.
  const idle: MadeGroups[] = [];
  const takeEmpty = () => {
    for (let untried = idle.length; untried > 0; untried--) {
      const made = idle.shift()!;
      if (isEmpty(made)) return made;
      // Behind the others: such a process may count for seconds, and each look opens a file.
      idle.push(made);
    }
    return undefined;
  };
  let count = 0;
  const make = () => makeGroups(hierarchies, `run-${++count}`);
  const tools = makeGroups(
    hierarchies.filter(({ sharesProcessors }) => sharesProcessors),
    'tools',
  );
  const [all, forTools] = [needOf(hierarchies), needOf(tools)];
  return {
    description,
    create(limits) {
      const made = takeEmpty() ?? { groups: make(), limits: null };
      const { groups } = made;
      if (!isDeepStrictEqual(made.limits, limits)) limit(groups, limits);
      let gaveWay = false;
      // The counter is not reset between runs.
      const oomKillsBefore = oomKills(groups);
      return {
        add: (pid) => move(pid, groups),
        giveWay() {
          gaveWay = true;
          weigh(groups, 'little');
        },
        memoryExceeded: () => oomKills(groups) > oomKillsBefore,
        giveBack: async () => {
          if (holdsLittle(groups) && idle.length < mostIdleGroups) {
            if (gaveWay) weigh(groups, 'equal');
            idle.push({ groups, limits });
          } else for (const { folder } of groups) await removeGroup(folder);
        },
      };
    },
    addTool: (pid) => move(pid, tools),
    need: all,
    needTools() {
      const ends = [all(), forTools()];
      return () => ends.forEach((end) => end());
    },
    async remove() {
      for (const { folder } of hierarchies) {
        for (const entry of readdirSync(folder, { withFileTypes: true })) {
          if (entry.isDirectory()) await removeGroup(join(folder, entry.name));
        }
        await removeGroup(folder);
      }
    },
  };
}

/** Weighs groups by whether somebody needs what is in them; who does says when no longer. */
function needOf(groups: readonly Hierarchy[]): () => () => void {
  let needed = 0;
  weigh(groups, 'little');
  return () => {
    if (needed++ === 0) weigh(groups, 'equal');
    return () => {
      if (--needed === 0) weigh(groups, 'little');
    };
  };
}

/** Only writing is asynchronous: the kernel waits for an RCU grace period there, 10–20 ms. */
async function move(pid: number, groups: readonly Hierarchy[]): Promise<void> {
  for (const { folder } of groups) {
    const fd = openSync(join(folder, 'cgroup.procs'), 'r+');
    try {
      await writeLater(fd, String(pid));
    } finally {
      closeSync(fd);
    }
  }
}

const writeLater = promisify<number, string, number>(write);

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
      for (const setting of settings(limits)) writeSetting(folder, setting);
  } catch (error) {
    for (const { folder } of groups) rmdirSync(folder);
    throw error;
  }
}

/** As far as it can be written, such as without a descriptor left: no answer depends on it. */
function weigh(groups: readonly Hierarchy[], weight: Weight): void {
  for (const { folder, weight: settings } of groups)
    for (const setting of settings(weight)) {
      try {
        writeSetting(folder, setting);
      } catch {
        // The weight stays what it was.
      }
    }
}

function oomKills(groups: readonly Hierarchy[]): number {
  const counts = groups.map(({ folder, oomFile }) =>
    oomFile === null ? null : /^oom_kill (\d+)/m.exec(readFileSync(join(folder, oomFile), 'utf8')),
  );
  return counts.reduce((sum, count) => sum + Number(count?.[1] ?? 0), 0);
}

/** Whether a run left nothing in its group that the next run would be charged for. */
const holdsLittle = (groups: readonly Hierarchy[]): boolean =>
  groups.every(({ folder, rests }) =>
    rests.every(([file, most]) => charged(join(folder, file)) <= most),
  );

const isEmpty = ({ groups }: MadeGroups): boolean =>
  groups.every(({ folder, countFile }) => !countFile || charged(join(folder, countFile)) === 0);

/**
 * Groups of runs that are over, in each hierarchy, which the next runs take: more than one processor's
 * runs leave behind while the host's init is busy.
 */
export const mostIdleGroups = 64;

/** A file that this kernel lacks counts nothing; one that cannot be read might count anything. */
function charged(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 0 : Infinity;
  }
}

const removalPauseMs = 10;
const removalAttempts = 200;

/**
 * Retries, since a dead process counts until it is reaped, perhaps by the host's init, and even then
 * until its last thread has left its processor for good, which a busy machine puts off.
 */
async function removeGroup(folder: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rmdir(folder);
    } catch (error) {
      const isBusy = (error as NodeJS.ErrnoException).code === 'EBUSY';
      if (!isBusy || attempt === removalAttempts) throw error;
      await setTimeout(removalPauseMs);
    }
  }
}
