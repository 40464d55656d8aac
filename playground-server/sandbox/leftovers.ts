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

/** Deletes the working folders of dead servers, unmounting the scratch disks inside. */
export async function removeOrphanedFolders(workDir: string): Promise<void> {
  for (const entry of orphansIn(workDir)) {
    const folder = join(workDir, entry);
    for (const mount of mountsBelow(folder)) await run('umount', [mount]);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes the control groups of dead servers; their processes died with them. */
export function removeOrphanedGroups(parent: string): void {
  for (const entry of orphansIn(parent)) {
    const folder = join(parent, entry);
    for (const child of readdirSync(folder, { withFileTypes: true })) {
      if (child.isDirectory()) rmdirSync(join(folder, child.name));
    }
    rmdirSync(folder);
  }
}

/** Mount points are the second field of /proc/self/mounts; proc_pid_mounts(5). */
function mountsBelow(folder: string): string[] {
  const lines = readFileSync('/proc/self/mounts', 'utf8').split('\n');
  return lines.map((line) => line.split(' ')[1] ?? '').filter((at) => at.startsWith(`${folder}/`));
}
