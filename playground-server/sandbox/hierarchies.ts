import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What all processes of one run may use between them. */
export interface CgroupLimits {
  memoryBytes: number;
  processes: number;
}

/** What a group gets of a processor that others want too: an equal share, or a tenth of one. */
export type Weight = 'equal' | 'little';

/** A file of a control group, and what is written to it. */
export type Setting = readonly [file: string, value: string];

/** A tree of control groups, and where in it the server may make its own. */
export interface Hierarchy {
  folder: string;
  /**
   * Its groups share the processors: all sandboxes of a server together weigh no more than the
   * server, and each run no more than another, however many processes they have; sched(7).
   */
  sharesProcessors: boolean;
  /** what weighs a group against others at the processor; nothing where they do not share it */
  weight: (weight: Weight) => readonly Setting[];
  /** of the group of one run */
  settings: (limits: CgroupLimits) => readonly Setting[];
  /** file that counts the processes killed for memory */
  oomFile: string | null;
  /** file that says how many processes are inside, dead ones that nobody has waited for included */
  countFile: string | null;
  /** files that say what is in use, and how much of it a group without processes may still hold */
  rests: readonly (readonly [file: string, most: number])[];
}

/** The trees that the server may use; none if it may not. */
export interface Hierarchies {
  description: string;
  /** controllers that a group of version 2 has to pass on to those below; null in version 1 */
  delegated: string | null;
  trees: readonly Hierarchy[];
}

/**
 * What the kernel may leave charged to a reused group: at most this much less memory for the next
 * run.
 */
const mostRestBytes = 1024 * 1024;

/**
 * Buffers of sockets, which version 1 counts apart from other memory. Some connections, each as fast
 * as it likes; more of them become slower, and no process is killed.
 */
const socketBytes = 16 * 1024 * 1024;

/**
 * cgroups(7), version 2, where the server may write and has both controllers; few hosts allow that.
 */
export function version2(root: string, own: string): Hierarchies {
  const folder = join(root, own);
  const has = readFileSync(join(folder, 'cgroup.controllers'), 'utf8').trim().split(/\s/);
  const hasCpu = has.includes('cpu');
  const description = `cgroup version 2${withCpu(hasCpu)}`;
  const delegated = hasCpu ? '+memory +pids +cpu' : '+memory +pids';
  if (!['memory', 'pids'].every((name) => has.includes(name)))
    return { description, delegated, trees: [] };
  // Only a group without processes of its own can delegate controllers; the root is the exception.
  if (own !== '/') {
    mkdirSync(join(folder, 'live-man-server'), { recursive: true });
    writeFileSync(join(folder, 'live-man-server', 'cgroup.procs'), String(process.pid));
  }
  writeFileSync(join(folder, 'cgroup.subtree_control'), delegated);
  const tree: Hierarchy = {
    folder,
    sharesProcessors: hasCpu,
    weight: (weight) => (hasCpu ? [['cpu.weight', weight === 'equal' ? '100' : '10']] : []),
    settings: ({ memoryBytes, processes }) => [
      ['memory.max', String(memoryBytes)],
      ['memory.swap.max', '0'],
      ['pids.max', String(processes)],
    ],
    oomFile: 'memory.events',
    countFile: 'pids.current',
    rests: [['memory.current', mostRestBytes]],
  };
  return { description, delegated, trees: [tree] };
}

/** Version 1, where each controller has its own tree. */
export function version1(root: string, own: ReadonlyMap<string, string>): Hierarchies {
  const [memory, pids, cpu] = ['memory', 'pids', 'cpu'].map((name) => own.get(name));
  const cpuFolder = cpu === undefined ? null : join(root, 'cpu', cpu);
  const hasCpu = cpuFolder !== null && isWritable(cpuFolder);
  const description = `cgroup version 1${withCpu(hasCpu)}`;
  if (memory === undefined || pids === undefined)
    return { description, delegated: null, trees: [] };
  const trees: Hierarchy[] = [
    {
      folder: join(root, 'memory', memory),
      sharesProcessors: false,
      weight: () => [],
      settings: ({ memoryBytes }) => [
        ['memory.limit_in_bytes', String(memoryBytes)],
        ['memory.kmem.tcp.limit_in_bytes', String(socketBytes)],
      ],
      oomFile: 'memory.oom_control',
      countFile: null,
      rests: [
        ['memory.usage_in_bytes', mostRestBytes],
        ['memory.kmem.tcp.usage_in_bytes', 0],
      ],
    },
    {
      folder: join(root, 'pids', pids),
      sharesProcessors: false,
      weight: () => [],
      settings: ({ processes }) => [['pids.max', String(processes)]],
      oomFile: null,
      countFile: 'pids.current',
      rests: [],
    },
  ];
  if (hasCpu) trees.push(cpuTree(cpuFolder));
  return { description, delegated: null, trees };
}

const cpuTree = (folder: string): Hierarchy => ({
  folder,
  sharesProcessors: true,
  weight: (weight) => [['cpu.shares', weight === 'equal' ? '1024' : '102']],
  settings: () => [],
  oomFile: null,
  countFile: null,
  rests: [],
});

const withCpu = (has: boolean): string => (has ? '' : ', without the cpu controller');

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Skips a missing file: some kernels lack swap accounting, and without swap nothing needs limiting.
 */
export function writeSetting(folder: string, [file, value]: Setting): void {
  const path = join(folder, file);
  if (existsSync(path)) writeFileSync(path, value);
}
