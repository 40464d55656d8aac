import { existsSync, readdirSync } from 'node:fs';
import { kernelsFolder } from './use-machines.ts';

/** Ids of the kernels that somebody has fetched already, the newest last. */
export const keptKernels: readonly string[] = (
  existsSync(kernelsFolder) ? readdirSync(kernelsFolder) : []
)
  .filter((id) => /^\d+\.\d+$/.test(id))
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** What is fetched where none is kept; apt has it for Debian 12 itself. */
export const usualKernel = '6.1';

/**
 * On which kernels a long suite runs: the newest that is kept, or those that TEST_KERNELS names, by
 * their ids or as `all`.
 */
export function testedKernels(): readonly [string, ...string[]] {
  const named = process.env['TEST_KERNELS'];
  const ids = named === undefined ? keptKernels.slice(-1) : named.split(',');
  const [first = usualKernel, ...others] = named === 'all' ? keptKernels : ids;
  return [first, ...others];
}
