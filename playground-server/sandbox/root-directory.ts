import { existsSync } from 'node:fs';
import { chmod, copyFile, link, mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A host file (never a link or a directory) and where it appears inside a sandbox. */
export interface RootFile {
  source: string;
  target: string;
  /** The server itself may have loaded it: another name would be a change to `node --watch`. */
  isWatched?: boolean;
}

/** Directories on which every sandbox mounts something. */
const mountPoints = ['proc', 'dev', 'tmp', 'work'];

/** What a sandbox sees as its root: the named files, empty places to mount on, nothing else. */
export interface RootPlan {
  path: string;
  files: readonly RootFile[];
  /** paths of files that the sandbox provides at launch */
  placeholders: readonly string[];
  /** directories, beside those of every sandbox, on which something is mounted */
  mounts?: readonly string[];
}

/**
 * Makes what is not there of a root directory, and says how many files and directories that were.
 * Readable by everybody, since each slot has a uid of its own.
 */
export async function makeRootDirectory(plan: RootPlan): Promise<number> {
  const { path, files, placeholders, mounts = [] } = plan;
  const inside = (name: string) => join(path, name);
  const folders = new Set(files.map(({ target }) => dirname(inside(target))));
  const missing = [path, ...[...mountPoints, ...mounts].map(inside), ...folders].filter(isMissing);
  for (const folder of missing) await mkdir(folder, { recursive: true, mode: 0o755 });
  const empty = placeholders.map(inside).filter(isMissing);
  for (const file of empty) await writeFile(file, '', { mode: 0o555 });
  const absent = files.filter(({ target }) => isMissing(inside(target)));
  await Promise.all(absent.map((file) => place(file, inside(file.target))));
  return missing.length + empty.length + absent.length;
}

const isMissing = (path: string): boolean => !existsSync(path);

/** There are a thousand headers, and Node has 120 MB: another name is made in a tenth of the time of a copy. */
async function place({ source, isWatched = false }: RootFile, target: string): Promise<void> {
  // Nothing is changed through the other name: the sandbox mounts it read-only.
  if (!isWatched && (await isForEverybody(source)) && (await hasLinked(source, target))) return;
  // Under another name first: what stands there is whole, or is made the next time.
  const unfinished = `${target}.unfinished`;
  await copyFile(source, unfinished);
  await chmod(unfinished, 0o555);
  await rename(unfinished, target);
}

const isForEverybody = async (path: string): Promise<boolean> =>
  ((await stat(path)).mode & 0o004) !== 0;

/** False on another file system, and where the host protects links (sysctl fs.protected_hardlinks). */
const hasLinked = (source: string, target: string): Promise<boolean> =>
  link(source, target).then(
    () => true,
    () => false,
  );
