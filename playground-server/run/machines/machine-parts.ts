import { chmod, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runtimeFiles } from '../../compile/toolchain-root.ts';
import { makeDiskImage } from '../../sandbox/disk.ts';
import { machineLimits, machinePaths } from '../../sandbox/plan-machine.ts';
import { emptyFile } from '../../sandbox/plan.ts';
import { machinePolicy } from '../../sandbox/policy/machine-policy.ts';
import { renderPolicy } from '../../sandbox/policy/render-policy.ts';
import { makeRootDirectory, type RootFile } from '../../sandbox/root-directory.ts';
import { etcFiles } from '../host/etc-files.ts';
import type { Host } from '../host/host.ts';
import { identitiesOf } from '../host/host.ts';
import { Leases } from '../sandboxes/leases.ts';
import { buildAgent, buildWholeRegisters } from './build-guest.ts';
import type { KernelFiles } from './kernel-files.ts';
import { setUpSteps } from './guest-steps.ts';
import { packInitrd, type InitrdEntry } from './initrd.ts';
import { initrdTable } from './initrd-table.ts';
import { renderJob } from './job.ts';

/** Host ids of machines, above those of tools. */
const machineIds = { first: 8000, count: 64 };

/** What machines of all kernels are made of. */
export interface MachineParts {
  host: Host;
  leases: Leases;
  /** folder of what they share and of their own files */
  folder: string;
  initrd: string;
  filterFile: string;
  /** what kernels are loaded with beside their libraries, and the list that names it */
  wholeRegisters: string;
  preloadList: string;
  /** an empty ext4, which a machine's disk is copied from; null if there is no mkfs.ext4 */
  emptyDisk: string | null;
}

const wholeRegistersPath = '/lib/x86_64-linux-gnu/whole-registers.so';

/** Makes what machines share. Throws what is missing, such as a static C library. */
export async function machineParts(host: Host): Promise<MachineParts> {
  const folder = join(host.folder, 'machines');
  await mkdir(folder, { mode: 0o711, recursive: true });
  const initrd = join(folder, 'initrd');
  const filterFile = join(folder, 'machine.bpf');
  await writeFile(initrd, packInitrd(await rootEntries()));
  const wholeRegisters = join(folder, 'whole-registers.so');
  const preloadList = join(folder, 'preload-list');
  await writeFile(filterFile, renderPolicy(machinePolicy, 'untraced'));
  await writeFile(wholeRegisters, await buildWholeRegisters());
  await writeFile(preloadList, `${wholeRegistersPath}\n`);
  const leases = new Leases(identitiesOf(machineIds));
  const emptyDisk = await makeEmptyDisk(folder);
  return { host, leases, folder, initrd, filterFile, wholeRegisters, preloadList, emptyDisk };
}

async function makeEmptyDisk(folder: string): Promise<string | null> {
  const path = join(folder, 'empty.ext4');
  try {
    await makeDiskImage(path, machineLimits.diskBytes);
    // A copy takes the mode along, and a machine writes to it as a user of its own.
    await chmod(path, 0o666);
    return path;
  } catch {
    return null;
  }
}

/** Folders and devices, the agent and its first steps, the libraries that programs find on the host. */
async function rootEntries(): Promise<InitrdEntry[]> {
  const libraries = await runtimeFiles();
  const files = libraries.map(async ({ source, target }): Promise<InitrdEntry> => {
    return { kind: 'file', path: target, mode: 0o555, content: await readFile(source) };
  });
  const setUp = renderJob({ steps: setUpSteps, calls: [], namesFiles: false }).bytes;
  return [
    ...initrdTable,
    { kind: 'directory', path: '/etc' },
    ...Object.entries(etcFiles).map(([path, text]): InitrdEntry => ({
      kind: 'file',
      path,
      mode: 0o444,
      content: Buffer.from(text),
    })),
    { kind: 'file', path: '/init', mode: 0o555, content: await buildAgent() },
    { kind: 'file', path: '/setup', mode: 0o400, content: setUp },
    ...(await Promise.all(files)),
  ];
}

/** Makes the root in which a kernel of Debian's runs, and returns its path. */
export async function machineRoot(
  { folder, wholeRegisters, preloadList }: MachineParts,
  id: string,
  { linux, loader, libraries }: KernelFiles,
): Promise<string> {
  const path = join(folder, `root-${id}`);
  // The host's own are links.
  const place = async (source: string, target: string): Promise<RootFile> => {
    return { source: await realpath(source), target };
  };
  const inLib = libraries.map((source) =>
    place(source, `/lib/x86_64-linux-gnu/${source.split('/').at(-1)}`),
  );
  await makeRootDirectory({
    path,
    files: [
      await place(linux, machinePaths.linux),
      await place(loader, '/lib64/ld-linux-x86-64.so.2'),
      ...(await Promise.all(inLib)),
      { source: wholeRegisters, target: wholeRegistersPath },
      // ld.so(8); only the kernel itself is loaded in this root.
      { source: preloadList, target: '/etc/ld.so.preload' },
    ],
    placeholders: [emptyFile, machinePaths.initrd, machinePaths.job, machinePaths.disk],
  });
  return path;
}
