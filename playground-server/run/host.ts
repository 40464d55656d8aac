import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkerFiles, nodeRootFiles } from '../compile/node-root.ts';
import { runtimeFiles, toolchainFiles } from '../compile/toolchain-root.ts';
import { keepDescriptors } from '../linux/descriptors.ts';
import { findCgroupParent, type CgroupParent } from '../sandbox/cgroup.ts';
import { prepareDisks, type DiskMaker } from '../sandbox/disk.ts';
import { ownName, removeOrphanedFolders } from '../sandbox/leftovers.ts';
import type { HostIdentity } from '../sandbox/plan.ts';
import { programPath } from '../sandbox/plan-program.ts';
import { nodePolicyTable } from '../sandbox/policy/node-policy-table.ts';
import { policyTable } from '../sandbox/policy/policy-table.ts';
import { renderPolicy } from '../sandbox/policy/render-policy.ts';
import { makeRootDirectory } from '../sandbox/root-directory.ts';

/** What the server made on this host at its start, and takes away at its end. */
export interface Host {
  programRoot: string;
  toolRoot: string;
  /** of TypeScript snippets, and of the tools that run on Node */
  nodeRoot: string;
  /** what the type checker reads beside it */
  checkerRoot: string;
  /** files with the seccomp filters' BPF */
  programFilter: string;
  toolFilter: string;
  nodeFilter: string;
  /** null where the server may not make control groups; the reason is in `cgroupDetail` */
  cgroups: CgroupParent | null;
  cgroupDetail: string;
  disks: DiskMaker | null;
  diskDetail: string;
  remove(): Promise<void>;
}

/**
 * Makes roots, filters and whatever else sandboxes share.
 * Throws an error that names what is missing.
 * @param diskBytes size of a scratch disk
 */
export async function prepareHost(workDir: string, diskBytes: number): Promise<Host> {
  // bubblewrap hands on whatever it finds open.
  keepDescriptors();
  await removeOrphanedFolders(workDir);
  const folder = await mkdtemp(join(workDir, `${ownName()}-`));
  // mkdtemp makes it private; the sandboxes' own ids must reach the roots inside.
  await chmod(folder, 0o711);
  try {
    return await fill(folder, diskBytes);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function fill(folder: string, diskBytes: number): Promise<Host> {
  const at = (name: string) => join(folder, name);
  const runtime = await runtimeFiles();
  await makeRootDirectory(at('program-root'), runtime, [programPath]);
  await makeRootDirectory(at('tool-root'), await toolchainFiles(), []);
  await makeRootDirectory(at('node-root'), await nodeRootFiles(runtime), []);
  await makeRootDirectory(at('checker-root'), await checkerFiles(), []);
  await writeFile(at('program.bpf'), renderPolicy(policyTable, 'traced'));
  await writeFile(at('tool.bpf'), renderPolicy(policyTable, 'untraced'));
  await writeFile(at('node.bpf'), renderPolicy(nodePolicyTable, 'traced'));
  const found = findCgroupParent(basename(folder));
  const disks = await prepareDisks(at('disks'), diskBytes).catch((error: unknown) => String(error));
  return {
    programRoot: at('program-root'),
    toolRoot: at('tool-root'),
    nodeRoot: at('node-root'),
    checkerRoot: at('checker-root'),
    programFilter: at('program.bpf'),
    toolFilter: at('tool.bpf'),
    nodeFilter: at('node.bpf'),
    cgroups: typeof found === 'string' ? null : found,
    cgroupDetail: typeof found === 'string' ? found : found.description,
    disks: typeof disks === 'string' ? null : disks,
    diskDetail: typeof disks === 'string' ? disks : 'ext4 image, loop-mounted for each run',
    async remove() {
      if (typeof found !== 'string') found.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** First of the host ids that sandboxes get; far above people's and below container ranges' usual end. */
const firstUid = 930_000;

/** Ids of the nth sandbox; a server that is not root has only its own. */
export function identityOf(number: number): HostIdentity {
  if (process.geteuid?.() !== 0) return null;
  return { uid: firstUid + number, gid: firstUid + number };
}
