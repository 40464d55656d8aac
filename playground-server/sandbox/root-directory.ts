import { chmod, copyFile, link, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A host file (never a link or a directory) and where it appears inside a sandbox. */
export interface RootFile {
  source: string;
  target: string;
  /** Large, so that another name for it is better than a copy, where the file system allows one. */
  large?: boolean;
}

/** Directories on which every sandbox mounts something. */
const mountPoints = ['proc', 'dev', 'tmp', 'work', 'checker'];

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
    files.map(({ source, target, large = false }) => place(source, join(root, target), large)),
  );
}

async function place(source: string, target: string, large: boolean): Promise<void> {
  // Nothing is changed through the other name: the sandbox mounts it read-only.
  if (large && (await hasLinked(source, target))) return;
  await copyFile(source, target);
  await chmod(target, 0o555);
}

const hasLinked = (source: string, target: string): Promise<boolean> =>
  link(source, target).then(
    () => true,
    () => false,
  );
