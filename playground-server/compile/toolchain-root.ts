import { execFile } from 'node:child_process';
import { readdir, realpath } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { promisify } from 'node:util';
import type { RootFile } from '../sandbox/root-directory.ts';

const run = promisify(execFile);

const loader = '/lib64/ld-linux-x86-64.so.2';

/** The commands of build-c.sh, by the names under which it calls them. */
const commands = ['as', 'ld.gold', 'cat'].map((name) => `/usr/bin/${name}`);

/** The compilers proper, by which gcc -print-prog-name knows them. */
const frontEnds = ['cc1', 'cc1plus'];

/** What g++ links programs with beside gcc's libraries; shared, so that a program stays small. */
export const cppLibraries = ['libstdc++.so.6', 'libm.so.6', 'libgcc_s.so.1'];

/** What ld.gold reads, by the names under which gcc finds it. */
const linkInputs = [
  'crt1.o',
  'crti.o',
  'crtbegin.o',
  'crtend.o',
  'crtn.o',
  'libgcc.a',
  'libc.so.6',
  'libc_nonshared.a',
  'libaio.so.1',
  ...cppLibraries,
];

/** What setlocale(3) opens for build-c.sh's LC_CTYPE. */
const locale = '/usr/lib/locale/C.utf8/LC_CTYPE';

/** Debian packages whose headers snippets may include; the rest of /usr/include is left out. */
const headerPackages = ['libc6-dev', 'linux-libc-dev', 'libcrypt-dev', 'libaio-dev'];

/** Shared objects that a reader's program may load. */
const runtimeLibraries = ['libc.so.6', 'libaio.so.1', ...cppLibraries];

/** Asks gcc where a file of its own or of libc is; null if it has none of that name. */
async function gccPath(option: 'file' | 'prog', name: string): Promise<string | null> {
  const { stdout } = await run('gcc', [`-print-${option}-name=${name}`]);
  const path = stdout.trim();
  return path.startsWith('/') ? normalize(path) : null;
}

/** Absolute path of one of gcc's parts. Throws if the toolchain is not installed. */
export async function toolchainPath(option: 'file' | 'prog', name: string): Promise<string> {
  const path = await gccPath(option, name);
  if (path === null)
    throw new Error(`gcc has no ${name}: install gcc, g++, libc6-dev and libaio-dev`);
  return path;
}

/**
 * Paths under which the loader opens the libraries of one of the host's own binaries; see ldd(1).
 */
export async function sharedLibraries(binary: string): Promise<string[]> {
  const { stdout } = await run('ldd', [binary]);
  return [...stdout.matchAll(/=> (\/\S+)|^\s+(\/\S+)/gm)].flatMap(
    (match) => match[1] ?? match[2] ?? [],
  );
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Headers of the allowed packages. A path may be a link, e.g. to a directory; it is followed by
 * name.
 */
async function headers(): Promise<string[]> {
  const { stdout } = await run('dpkg', ['-L', ...headerPackages], { maxBuffer: 16 * 1024 * 1024 });
  return stdout
    .split('\n')
    .filter((path) => path.startsWith('/usr/include/') && path.endsWith('.h'));
}

/** One entry per target, with links resolved, so that callers place plain files. */
async function asRootFiles(targets: Iterable<string>): Promise<RootFile[]> {
  const unique = [...new Set(targets)];
  return Promise.all(unique.map(async (target) => ({ source: await realpath(target), target })));
}

/** Headers of the C++ library that belongs to gcc; most of their names have no ending. */
async function cppHeaders(): Promise<string[]> {
  const { stdout } = await run('gcc', ['-dumpversion']);
  const folder = `c++/${stdout.trim()}`;
  const folders = [`/usr/include/${folder}`, `/usr/include/x86_64-linux-gnu/${folder}`];
  return (await Promise.all(folders.map(filesBelow))).flat();
}

/** Everything in the compile sandbox. Throws an error that names the missing package or file. */
export async function toolchainFiles(): Promise<RootFile[]> {
  const compilers = await Promise.all(frontEnds.map((name) => toolchainPath('prog', name)));
  const binaries = [...compilers, '/bin/sh', ...commands];
  const libraries = await Promise.all(binaries.map(sharedLibraries));
  const inputs = await Promise.all(linkInputs.map((name) => toolchainPath('file', name)));
  const compilerHeaders = await filesBelow(await toolchainPath('file', 'include'));
  return asRootFiles([
    ...binaries,
    ...libraries.flat(),
    ...inputs,
    locale,
    ...compilerHeaders,
    ...(await headers()),
    ...(await cppHeaders()),
  ]);
}

/**
 * All files of the host that a program in the run sandbox can open: the loader and five libraries.
 */
export async function runtimeFiles(): Promise<RootFile[]> {
  const found = await Promise.all(runtimeLibraries.map((name) => gccPath('file', name)));
  const files = found.flatMap((source) => (source === null ? [] : [source]));
  const resolved = await Promise.all(files.map((source) => realpath(source)));
  return [
    { source: await realpath(loader), target: loader },
    ...resolved.map((source, index) => ({
      source,
      target: join('/lib/x86_64-linux-gnu', (files[index] ?? '').split('/').pop() ?? ''),
    })),
  ];
}
