import type { Supply } from './kernel-supply.ts';
import type { KernelSource } from './kernel-table.ts';

/** Where a kernel comes from. */
export function sourceOf(from: KernelSource): string {
  return from.kind === 'debian'
    ? `Debian ${from.suite}, user-mode-linux`
    : 'the operator of this server';
}

/** What an operator can do about a kernel that is missing. */
export function remedyOf(from: KernelSource, supply: Supply): string {
  if (supply.kind === 'missing' && supply.lack === 'kernel')
    return 'Name another build of it in KERNELS, as name=/path/of/linux.uml, or leave it out.';
  switch (from.kind) {
    case 'debian':
      return 'Let the server reach KERNELS_MIRROR and write to KERNELS_DIR; it needs apt-get, dpkg, gcc and libc6-dev. Or leave the kernel out of KERNELS.';
    case 'file':
      return 'Correct its path in KERNELS.';
    case 'unknown':
      return 'Say in KERNELS where it is, as name=/path/of/linux.uml.';
  }
}
