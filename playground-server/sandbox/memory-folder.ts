import { execFile } from 'node:child_process';
import { mkdir, statfs } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** statfs(2) */
const TMPFS_MAGIC = 0x01021994;

/** Node takes 130 MiB of it. */
const size = '512m';

/** A folder for files that programs can open, and whether it is in memory. */
export interface MemoryFolder {
  isMemory: boolean;
  detail: string;
  remove(): Promise<void>;
}

/**
 * Makes a folder in memory, where the host allows it, for what all sandboxes share: whoever can open
 * a file on a disk can make the host write out that disk, by fsync(2) or IOCB_CMD_FSYNC. Nothing has
 * to be mounted if the folder is in memory anyway.
 */
export async function makeMemoryFolder(path: string): Promise<MemoryFolder> {
  await mkdir(path, { mode: 0o711 });
  const nothing = async () => undefined;
  if ((await statfs(path)).type === TMPFS_MAGIC)
    return { isMemory: true, detail: 'in memory, with the work directory', remove: nothing };
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=711,nosuid,nodev`, 'tmpfs', path]);
  } catch (error) {
    return { isMemory: false, detail: String(error), remove: nothing };
  }
  const remove = async () => void (await run('umount', [path]));
  return { isMemory: true, detail: 'in memory', remove };
}
