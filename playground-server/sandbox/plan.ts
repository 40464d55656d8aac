import { join } from 'node:path';
import type { Resource } from '../linux/resource-limit.ts';

/** One step in building what the program sees, in the order in which bubblewrap performs them. */
export type SetupStep =
  | { kind: 'bind'; source: string; target: string; access: 'read' | 'write' }
  | { kind: 'proc'; target: string }
  | { kind: 'devices'; target: string }
  | { kind: 'tmpfs'; target: string; bytes: number }
  | { kind: 'read-only'; target: string }
  /** The content arrives after the launch, through `Sandbox.provide`; set-up waits for it. */
  | { kind: 'provided-file'; target: string; mode: '0444' | '0555' };

export interface LimitSetting {
  resource: Resource;
  soft: number;
  hard: number;
}

/** The ids of the sandboxed processes as seen from the host; null for those of the server. */
export type HostIdentity = { uid: number; gid: number } | null;

/** Everything that a launch needs to know, as data: no decision is taken after this. */
export interface SandboxPlan {
  identity: HostIdentity;
  steps: readonly SetupStep[];
  /** what standard input is: with a socket, the server can send descriptors */
  stdin: 'ignore' | 'pipe' | 'socket';
  workingDirectory: string;
  /** path of a file that holds the seccomp filter's BPF */
  filterFile: string;
  limits: readonly LimitSetting[];
  /** whether all addresses are the same each time, personality(2): user-mode Linux counts on it */
  hasFixedAddresses?: true;
  /**
   * whether it is the first process of its namespace, without bubblewrap's: that one has the same uid
   * and no filter, which matters where the policy allows ptrace(2)
   */
  isFirstProcess?: true;
  argv: readonly [string, ...string[]];
}

/** Device nodes, and small writable directories in /dev, since its own tmpfs has no limit. */
export function deviceSteps(sharedMemoryBytes: number): SetupStep[] {
  return [
    { kind: 'devices', target: '/dev' },
    { kind: 'tmpfs', target: '/dev/shm', bytes: sharedMemoryBytes },
    // Terminals are few, and for all containers of the host together: fs/devpts/inode.c.
    { kind: 'tmpfs', target: '/dev/pts', bytes: 4096 },
    { kind: 'read-only', target: '/dev/pts' },
    { kind: 'read-only', target: '/dev' },
  ];
}

/** A file of the root directory, without content, to cover others with. */
export const emptyFile = '/empty';

/**
 * The processes' own /proc, with /proc/1 hidden: the supervisor has the program's uid, so the
 * program could write into its memory and continue there, where no tracer is watching. So is
 * /proc/locks, which lists locks of the host's processes, with inodes and ranges.
 */
export function procSteps(rootDirectory: string): SetupStep[] {
  return [
    { kind: 'proc', target: '/proc' },
    { kind: 'bind', source: join(rootDirectory, emptyFile), target: '/proc/locks', access: 'read' },
    { kind: 'tmpfs', target: '/proc/1', bytes: 4096 },
    { kind: 'read-only', target: '/proc/1' },
  ];
}
