import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A host file (never a link or a directory) and where it appears inside a sandbox. */
export interface RootFile {
  source: string;
  target: string;
}

/** Directories on which every sandbox mounts something. */
const mountPoints = ['proc', 'dev', 'tmp', 'work'];

/**
 * Makes the directory that a sandbox sees as its root: copies of the named files, empty places to
 * mount on, nothing else of the host. Readable by everybody, since each slot has a uid of its own.
 * @param placeholders paths of files that the sandbox provides at launch
 */
export async function makeRootDirectory(
  root: string,
  files: readonly RootFile[],
  placeholders: readonly string[],
): Promise<void> {
  await mkdir(root, { mode: 0o755 });
  await Promise.all(mountPoints.map((name) => mkdir(join(root, name))));
  for (const path of placeholders) await writeFile(join(root, path), '', { mode: 0o555 });
  const folders = new Set(files.map(({ target }) => dirname(join(root, target))));
  for (const folder of folders) await mkdir(folder, { recursive: true, mode: 0o755 });
  await Promise.all(
    files.map(async ({ source, target }) => {
      const copy = join(root, target);
      await copyFile(source, copy);
      await chmod(copy, 0o555);
    }),
  );
}
