import { kernelsNamed, keptKernels } from '../../scripts/kept-kernels.ts';

/** What is fetched where none is kept; apt has it for Debian 12 itself. */
export const usualKernel = '6.1';

/**
 * On which kernels a long suite runs: the newest that is kept, or those that TEST_KERNELS names, by
 * their ids or as `all`.
 */
export function testedKernels(): readonly [string, ...string[]] {
  const named = process.env['TEST_KERNELS'];
  const ids = named === undefined ? keptKernels.slice(-1) : kernelsNamed(named);
  const [first = usualKernel, ...others] = ids;
  return [first, ...others];
}
