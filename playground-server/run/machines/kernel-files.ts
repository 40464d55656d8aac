import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OwnKernel } from './kernel-table.ts';

/** Where a kernel is, and what it is loaded with. */
export interface KernelFiles {
  linux: string;
  loader: string;
  /** shared objects, all in one folder */
  libraries: readonly [string, ...string[]];
  /** the kernel's module for loop devices, which can have larger sectors; null where it is not there */
  loop: string | null;
}

export const linuxName = 'linux.uml';
export const loaderName = 'ld-linux-x86-64.so.2';
export const loopName = 'loop.ko';

/** What it is linked with, by Debian's libc6 of any suite; some are not there in all. */
export const libraryNames = ['libc.so.6', 'libpthread.so.0', 'librt.so.1', 'libutil.so.1'];

/** Of the host: the ABI says where the loader is, and Debian where the libraries are. */
const ofHost = { loader: join('/lib64', loaderName), libraries: '/lib/x86_64-linux-gnu' };

/** The files of a kernel that has been fetched, or is the operator's; null if it is not there. */
export function kernelFiles(folder: string, { id, from }: OwnKernel): KernelFiles | null {
  if (from.kind === 'unknown') return null;
  const linux = from.kind === 'file' ? from.path : join(folder, id, linuxName);
  const beside = dirname(linux);
  // One that was built here has no C library beside it.
  const libraries = librariesIn(beside) ?? librariesIn(ofHost.libraries);
  if (!existsSync(linux) || libraries === null) return null;
  const own = join(beside, loaderName);
  const loop = join(beside, loopName);
  return {
    linux,
    loader: existsSync(own) ? own : ofHost.loader,
    libraries,
    loop: existsSync(loop) ? loop : null,
  };
}

function librariesIn(folder: string): [string, ...string[]] | null {
  const paths = libraryNames.map((name) => join(folder, name));
  const [first, ...others] = paths.filter((path) => existsSync(path));
  return first === undefined ? null : [first, ...others];
}
