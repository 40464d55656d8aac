import { readdirSync, readlinkSync } from 'node:fs';
import {
  aioNr,
  controlGroups,
  loopDevicesOf,
  mountsBelow,
  sandboxedProcesses,
} from '../../tests/sandbox/host.ts';
import type { ServerProcess } from '../server-process.ts';

/** What runs could leave behind on the host, without the neighbours', except for `aioNr`. */
export interface Leftovers {
  processes: number;
  controlGroups: number;
  mounts: number;
  loopDevices: number;
  scratchFiles: number;
  /** files in which machines have their memory, if it is in none of their own */
  machineMemory: number;
  /** of the whole host */
  aioNr: number;
}

/** What a server occupies. */
export interface Footprint extends Leftovers {
  residentMiB: number;
  threads: number;
  descriptors: number;
  /** of these, inotify's: the server needs none, so it cannot run out of them */
  inotify: number;
}

/** Looks at a running server and at its work directory. */
export function footprintOf({ pid, memory }: ServerProcess, workDir: string): Footprint {
  const links = readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
  return {
    residentMiB: memory().nowMiB,
    threads: readdirSync(`/proc/${pid}/task`).length,
    descriptors: links.length,
    inotify: links.filter((link) => link.includes('inotify')).length,
    ...leftBy(pid, workDir),
  };
}

/** What there is on the host of a server, also after its end. */
export function leftBy(pid: number, workDir: string): Leftovers {
  const groups = controlGroups(pid);
  return {
    processes: sandboxedProcesses(workDir).length,
    controlGroups: groups.flatMap((group) => subfolders(group)).length + groups.length,
    mounts: mountsBelow(workDir).length,
    loopDevices: loopDevicesOf(workDir).length,
    scratchFiles: readdirSync(workDir, { recursive: true }).filter(isScratch).length,
    machineMemory: readdirSync('/dev/shm').filter((name) => name.startsWith('vm_file')).length,
    aioNr: aioNr(),
  };
}

/** The roots of the sandboxes do not change while the server runs. */
const isScratch = (path: string | Buffer): boolean => !String(path).includes('-root/');

function subfolders(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return 'closed meanwhile';
  }
}

/** Sum of the rows of /metrics of a name, or of those that have a label as well: `kernel="6.1"`. */
export async function metric(port: number, name: string, label = ''): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  const lines = (await response.text()).split('\n');
  const values = lines
    .filter((line) => line.startsWith(`${name}{`) && line.includes(label))
    .map((line) => line.split(' ').at(-1));
  return values.reduce((sum, value) => sum + Number(value), 0);
}
