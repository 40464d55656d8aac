import type { NamedKernel } from '../../config/kernel-list.ts';

/** A kernel that a machine of its own is booted with: a user-mode Linux, `linux.uml`. */
export interface OwnKernel {
  /** as requests name it; in the table, the series of its release */
  id: string;
  from: KernelSource;
}

export type KernelSource =
  /** `user-mode-linux` of Debian; the suite is the name of the release */
  | { kind: 'debian'; suite: string }
  /** one of the operator's, by its absolute path */
  | { kind: 'file'; path: string }
  /** an operator has named it without saying where it is */
  | { kind: 'unknown' };

const debian = (id: string, suite: string): OwnKernel => ({ id, from: { kind: 'debian', suite } });

/**
 * From the oldest that Debian still carries to the newest.
 * Source: packages.debian.org/user-mode-linux.
 */
const ownKernels: readonly OwnKernel[] = [
  debian('5.10', 'bullseye'),
  debian('6.1', 'bookworm'),
  debian('6.12', 'trixie'),
  debian('7.2', 'forky'),
];

/** A kernel as an operator names it. */
export function ownKernel({ id, path }: NamedKernel): OwnKernel {
  if (path !== null) return { id, from: { kind: 'file', path } };
  return ownKernels.find((kernel) => kernel.id === id) ?? { id, from: { kind: 'unknown' } };
}
