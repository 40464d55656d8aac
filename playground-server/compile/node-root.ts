import { readFileSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RootFile } from '../sandbox/root-directory.ts';
import { sharedLibraries } from './toolchain-root.ts';

const resolveFrom = createRequire(import.meta.url);
/** koffi does not export its package.json, but its entry file is next to it. */
const packageFolder = (name: string): string =>
  dirname(resolveFrom.resolve(name === 'koffi' ? name : `${name}/package.json`));
/** Version of a package that snippets run with or are checked with. */
export function versionOf(name: string): string {
  const text = readFileSync(join(packageFolder(name), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

const guestFolder = fileURLToPath(new URL('../guest', import.meta.url));

/** Path of Node inside its sandboxes. */
const nodePath = '/node';

/**
 * Keeps V8's heap below the sandbox's memory, so that exceeding the sandbox's limit is what is
 * reported.
 */
const nodeFlags = ['--max-old-space-size=192', '--disable-warning=ExperimentalWarning'];

/** The command line that runs a file of guest/. */
export const nodeArguments = (script: string): [string, ...string[]] => [
  nodePath,
  ...nodeFlags,
  '--disable-sigusr1',
  `/guest/${script}`,
];

/** Everything that a TypeScript snippet's sandbox holds: Node, koffi, libaio, and guest/. */
export async function nodeRootFiles(runtime: readonly RootFile[]): Promise<RootFile[]> {
  const node = await realpath(process.execPath);
  const libraries = await sharedLibraries(node);
  const known = new Set(runtime.map(({ target }) => target));
  const others = libraries.filter((target) => !known.has(target));
  return [
    ...runtime,
    { source: node, target: nodePath },
    ...(await Promise.all(
      others.map(async (target) => ({ source: await realpath(target), target })),
    )),
    ...(await ownFiles()).map((file) => ({ ...file, isWatched: true })),
  ];
}

/** Files that both the server and its snippets use. */
const ownFiles = async (): Promise<RootFile[]> => [
  ...(await filesOf(guestFolder, '/guest', /\.ts$/)),
  ...(await packageFiles('koffi', /^(package\.json|(src\/koffi\/(src\/)?)?\w+\.c?js)$/)),
  ...(await packageFiles(
    `@koromix/koffi-linux-${process.arch}`,
    /^(package\.json|index\.js|linux.*)$/,
  )),
];

/**
 * What the type checker reads: the compiler, its libraries, and declarations for what snippets
 * import.
 */
export async function checkerFiles(): Promise<RootFile[]> {
  const below = (name: string, wanted: RegExp) =>
    filesOf(packageFolder(name), `/node_modules/${name}`, wanted);
  const found = await Promise.all([
    below('typescript', /^(package\.json|lib\/(typescript\.js|lib\..*\.d\.ts|lib\.d\.ts))$/),
    below('@types/node', /(^package\.json|\.d\.ts)$/),
    below('undici-types', /(^package\.json|\.d\.ts)$/),
    below('koffi', /^(package\.json|\w+\.d\.ts)$/),
  ]);
  return found.flat();
}

const packageFiles = (name: string, wanted: RegExp): Promise<RootFile[]> =>
  filesOf(packageFolder(name), `/node_modules/${name}`, wanted);

async function filesOf(folder: string, target: string, wanted: RegExp): Promise<RootFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => wanted.test(path))
    .map((path) => ({ source: join(folder, path), target: join(target, path) }));
}
