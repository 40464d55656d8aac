import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { keepDescriptors } from '../../linux/descriptors.ts';
import { lockDirectory } from '../../linux/directory-lock.ts';
import { findCgroupParent, type CgroupParent } from '../../sandbox/cgroup.ts';
import { prepareDisks, type DiskMaker } from '../../sandbox/disk.ts';
import { ownName, removeOrphanedFolders } from '../../sandbox/leftovers.ts';
import { makeMemoryFolder, type MemoryFolder } from '../../sandbox/memory-folder.ts';
import type { HostIdentity } from '../../sandbox/plan.ts';
import type { Policies } from './policies.ts';
import { memoryName, sharedFiles, type SharedPaths } from './shared-files.ts';

/** What the server made on this host when it started, and removes when it ends. */
export interface Host extends SharedPaths {
  /** all of it is in here */
  folder: string;
  /** null if the server may not make control groups; `cgroupDetail` has the reason */
  cgroups: CgroupParent | null;
  cgroupDetail: string;
  /** what programs see of the host's files */
  memory: MemoryFolder;
  disks: DiskMaker | null;
  diskDetail: string;
  /** Restores shared files that a cleaner removed from the work directory; returns how many. */
  mend(): Promise<number>;
  /** how many files and directories have been restored since the start */
  readonly mended: number;
  policies: Policies;
  remove(): Promise<void>;
}

/**
 * Makes roots, filters and whatever else sandboxes share.
 * Throws an error that names what is missing.
 * @param diskBytes free space of a scratch disk
 */
export async function prepareHost(
  workDir: string,
  diskBytes: number,
  policiesWith: (hasGroups: boolean) => Policies,
): Promise<Host> {
  // bubblewrap passes on every descriptor that it finds open.
  keepDescriptors();
  await removeOrphanedFolders(workDir);
  const folder = await mkdtemp(join(workDir, `${ownName()}-`));
  // mkdtemp makes it private, but the sandboxes' own ids must reach the roots inside.
  await chmod(folder, 0o711);
  const memory = await makeMemoryFolder(join(folder, memoryName));
  const found = findCgroupParent(basename(folder));
  const cgroups = typeof found === 'string' ? null : found;
  const remove = async () => {
    await cgroups?.remove();
    await memory.remove();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const policies = policiesWith(cgroups !== null);
    const filled = await fill(folder, diskBytes, policies, remove);
    const cgroupDetail = typeof found === 'string' ? found : found.description;
    return Object.assign(filled, { cgroups, cgroupDetail, memory });
  } catch (error) {
    await remove();
    throw error;
  }
}

async function fill(
  folder: string,
  diskBytes: number,
  policies: Policies,
  remove: () => Promise<void>,
): Promise<Omit<Host, 'cgroups' | 'cgroupDetail' | 'memory'>> {
  const unlock = lockDirectory(folder);
  const shared = await sharedFiles(folder, policies);
  await shared.make();
  let mended = 0;
  const disks = await prepareDisks(join(folder, 'disks'), diskBytes).catch((error: unknown) =>
    String(error),
  );
  return {
    ...shared.paths,
    folder,
    policies,
    disks: typeof disks === 'string' ? null : disks,
    diskDetail: typeof disks === 'string' ? disks : 'ext4 image, loop-mounted for each run',
    async mend() {
      const made = await shared.make();
      mended += made;
      return made;
    },
    get mended() {
      return mended;
    },
    async remove() {
      unlock();
      await remove();
    },
  };
}

/**
 * First of the sandboxes' ids on the host: far above people's, below where container ranges usually
 * end.
 */
const firstUid = 930_000;

/** Ids for this many sandboxes; a server that is not root has only its own. */
export function identitiesOf({ first, count }: { first: number; count: number }): HostIdentity[] {
  const isRoot = process.geteuid?.() === 0;
  return Array.from({ length: count }, (_, at) => {
    const id = firstUid + first + at;
    return isRoot ? { uid: id, gid: id } : null;
  });
}
