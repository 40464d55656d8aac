import { existsSync } from 'node:fs';
import { chmod, copyFile, link, mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A host file (never a link or a directory) and where it appears inside a sandbox. */
export interface RootFile {
  source: string;
  target: string;
  /**
   * The server may have loaded it itself: a hard link would look like a change to `node --watch`.
   */
  isWatched?: boolean;
}

/** Directories on which every sandbox mounts something. */
const mountPoints = ['proc', 'dev', 'tmp', 'work'];

/** What a sandbox sees as its root: the named files, empty mount points, nothing else. */
export interface RootPlan {
  path: string;
  files: readonly RootFile[];
  /** paths of files that are provided at launch */
  placeholders: readonly string[];
  /** small files, by their paths */
  texts?: Readonly<Record<string, string>>;
  /** mount points beyond those of every sandbox */
  mounts?: readonly string[];
}

/**
 * Creates whatever a root directory lacks and returns how many files and directories that was.
 * Everybody may read it, since each slot has a uid of its own.
 */
export async function makeRootDirectory(plan: RootPlan): Promise<number> {
  const { path, files, placeholders, texts = {}, mounts = [] } = plan;
  const inside = (name: string) => join(path, name);
  const targets = [...files.map(({ target }) => target), ...Object.keys(texts)];
  const folders = new Set(targets.map((target) => dirname(inside(target))));
  const missing = [path, ...[...mountPoints, ...mounts].map(inside), ...folders].filter(isMissing);
  for (const folder of missing) await mkdir(folder, { recursive: true, mode: 0o755 });
  const empty = placeholders.map(inside).filter(isMissing);
  for (const file of empty) await writeFile(file, '', { mode: 0o555 });
  const unwritten = Object.entries(texts).filter(([target]) => isMissing(inside(target)));
  for (const [target, text] of unwritten) await writeFile(inside(target), text, { mode: 0o444 });
  const absent = files.filter(({ target }) => isMissing(inside(target)));
  await Promise.all(absent.map((file) => place(file, inside(file.target))));
  return missing.length + empty.length + unwritten.length + absent.length;
}

const isMissing = (path: string): boolean => !existsSync(path);

/**
 * Links rather than copies, in a tenth of the time: there are a thousand headers, and Node has 120
 * MB.
 */
async function place({ source, isWatched = false }: RootFile, target: string): Promise<void> {
  // A link cannot be used to change the file, because the sandbox mounts it read-only.
  if (!isWatched && (await isForEverybody(source)) && (await hasLinked(source, target))) return;
  // Copied under another name first, so that a file under the right name is always whole.
  const unfinished = `${target}.unfinished`;
  await copyFile(source, unfinished);
  await chmod(unfinished, 0o555);
  await rename(unfinished, target);
}

const isForEverybody = async (path: string): Promise<boolean> =>
  ((await stat(path)).mode & 0o004) !== 0;

/** False on another file system, and if the host protects hard links (fs.protected_hardlinks). */
const hasLinked = (source: string, target: string): Promise<boolean> =>
  link(source, target).then(
    () => true,
    () => false,
  );
