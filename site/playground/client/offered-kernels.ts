import type { KernelFacts } from '../../../playground-server/protocol/kernel.ts';

export type OfferedKernel = Extract<KernelFacts, { state: 'available' }>;

let asked: Promise<readonly OfferedKernel[]> | undefined;

/** The kernels on which the page's server runs snippets, the standard one first; asked once. */
export const offeredKernels = (): Promise<readonly OfferedKernel[]> => (asked ??= ask());

/** None if there is no server, or one that has no such list. Never rejects. */
async function ask(): Promise<readonly OfferedKernel[]> {
  try {
    const response = await fetch('/api/v1/kernels');
    if (!response.ok) return [];
    const { kernels } = (await response.json()) as { kernels: KernelFacts[] };
    return kernels.filter((kernel) => kernel.state === 'available');
  } catch {
    return [];
  }
}
