import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, constants, copyFile, mkdir, open, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A small ext4 file system for one run: O_DIRECT has alignment rules there, unlike on tmpfs. */
export interface ScratchDisk {
  /** the directory to bind into the sandbox */
  source: string;
  /** Unmounts and deletes it; the sandbox must be gone. */
  remove(): Promise<void>;
}

export interface DiskMaker {
  /** @param sectorBytes of the disk: what O_DIRECT must be aligned to */
  make(sectorBytes: number): Promise<ScratchDisk>;
}

/**
 * Prepares an empty ext4 image; each run gets its own copy of it, loop-mounted.
 * Throws what mkfs or mount said when the server is not allowed to do that.
 * @param folder private to the server @param bytes that a run can write to each disk
 */
export async function prepareDisks(folder: string, bytes: number): Promise<DiskMaker> {
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const template = join(folder, 'empty.ext4');
  await makeDiskImage(template, bytes);
  let made = 0;
  const maker: DiskMaker = {
    async make(sectorBytes) {
      // Something that cleans up temporary files may have removed it.
      if (!existsSync(template)) await makeDiskImage(template, bytes);
      return mountCopy(template, join(folder, `disk-${++made}`), sectorBytes);
    },
  };
  for (const sectorBytes of [512, 4096]) {
    const probe = await maker.make(sectorBytes);
    await probe.remove();
  }
  return maker;
}

/** As on nearly every ext4 in the wild, and what O_DIRECT and st_blksize then show. */
const blockBytes = 4096;
/** Files and directories that a disk may hold; their table takes 16 of them a block. */
const inodes = 4096;
/** The table, the superblock, the descriptors of the one group, its two bitmaps, / and lost+found. */
const ownBlocks = inodes / 16 + 9;
/** The kernel keeps a fiftieth for itself: ext4_set_resv_clusters in fs/ext4/super.c. */
const usable = 49 / 50;

/** Makes an empty ext4 to which so many bytes can be written. Throws what mkfs said. */
export async function makeDiskImage(path: string, bytes: number): Promise<void> {
  const blocks = Math.floor((bytes / blockBytes + ownBlocks) / usable);
  const file = await open(path, 'w');
  await file.truncate(blocks * blockBytes);
  await file.close();
  // Without a journal all the space is the reader's; the disk need not survive a crash.
  const features = ['-O', '^has_journal,^resize_inode', '-m', '0'];
  const sizes = ['-b', String(blockBytes), '-N', String(inodes)];
  await run('mkfs.ext4', ['-q', '-F', ...features, ...sizes, path]);
}

async function mountCopy(
  template: string,
  path: string,
  sectorBytes: number,
): Promise<ScratchDisk> {
  const image = `${path}.ext4`;
  const clean = async () => {
    // Not `rm -r`, which would descend into a mount that could not be undone.
    if (existsSync(path)) await rmdir(path);
    await rm(image, { force: true });
  };
  try {
    await copyFile(template, image, constants.COPYFILE_FICLONE);
    await mkdir(path);
    await mountLoop(image, path, sectorBytes);
  } catch (error) {
    await clean();
    throw error;
  }
  // The mounted root directory belongs to root, while each run has ids of its own.
  await chmod(path, 0o777);
  return {
    source: path,
    async remove() {
      await run('umount', [path]);
      await clean();
    },
  };
}

const mountAttempts = 10;

/**
 * Retries: losetup finds a free loop device, then takes it, and another process may get there first.
 */
async function mountLoop(image: string, path: string, sectorBytes: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await mountOnce(image, path, sectorBytes);
    } catch (error) {
      if (attempt === mountAttempts) throw error;
      await setTimeout(20 * attempt);
    }
  }
}

async function mountOnce(image: string, path: string, sectorBytes: number): Promise<void> {
  const sectors = ['--sector-size', String(sectorBytes)];
  const { stdout } = await run('losetup', ['--find', '--show', ...sectors, image]);
  const device = stdout.trim();
  try {
    await run('mount', ['-o', 'nosuid,nodev,noatime', device, path]);
  } finally {
    // A device that is mounted is let go of when it is not any more: losetup(8).
    await run('losetup', ['--detach', device]);
  }
}
