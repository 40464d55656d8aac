import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Servers name what they make after their pid, so that a later one can tell what has no owner left.
 */
export const ownName = (): string => `live-man-${process.pid}`;

/** Entries of a folder whose server is gone without having cleaned up, because it was killed. */
function orphansIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((entry) => {
    const pid = /^live-man-(\d+)(-|$)/.exec(entry)?.[1];
    return pid !== undefined && !existsSync(`/proc/${pid}`);
  });
}

/**
 * Deletes the working folders of dead servers, unmounting the scratch disks inside. What cannot be
 * removed is left to the next server, or to another that starts now and removes the same.
 */
export async function removeOrphanedFolders(workDir: string): Promise<void> {
  for (const entry of orphansIn(workDir)) {
    const folder = join(workDir, entry);
    try {
      for (const mount of mountsBelow(folder)) await run('umount', [mount]);
      await rm(folder, { recursive: true, force: true });
    } catch {
      // This server has a folder of its own all the same.
    }
  }
}

/**
 * Removes the control groups of dead servers. A process may be left in them, since its bubblewrap can
 * die before it has asked to die with that: it is ended. What still counts then is left to the next
 * server: this one is to have groups of its own all the same.
 */
export function removeOrphanedGroups(parent: string): void {
  for (const entry of orphansIn(parent)) {
    const folder = join(parent, entry);
    try {
      const below = readdirSync(folder, { withFileTypes: true }).filter((each) =>
        each.isDirectory(),
      );
      for (const group of [...below.map(({ name }) => join(folder, name)), folder]) {
        endAll(group);
        rmdirSync(group);
      }
    } catch {
      // EBUSY: the dying count as well.
    }
  }
}

/** Those of other pid namespaces are listed as 0, and are none of ours; cgroups(7). */
function endAll(group: string): void {
  const pids = readFileSync(join(group, 'cgroup.procs'), 'utf8').split('\n').map(Number);
  for (const pid of pids) if (pid > 0) process.kill(pid, 'SIGKILL');
}

/** Mount points are the second field of /proc/self/mounts; proc_pid_mounts(5). */
function mountsBelow(folder: string): string[] {
  const lines = readFileSync('/proc/self/mounts', 'utf8').split('\n');
  return lines.map((line) => line.split(' ')[1] ?? '').filter((at) => at.startsWith(`${folder}/`));
}
