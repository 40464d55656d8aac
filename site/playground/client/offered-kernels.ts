import { fromServer } from './from-server.ts';
import type { KernelFacts } from '../../../playground-server/protocol/kernel.ts';
import { allKernels, standardKernel } from '../../../playground-server/protocol/standard-kernel.ts';

export type OfferedKernel = Extract<KernelFacts, { state: 'available' }>;

let asked: Promise<readonly KernelFacts[]> | undefined;

/** All that the page's server knows of, also those that it lacks; asked once. */
export const knownKernels = (): Promise<readonly KernelFacts[]> => (asked ??= ask());

/** The kernels on which the page's server runs snippets, the standard one first. */
export const offeredKernels = async (): Promise<readonly OfferedKernel[]> =>
  (await knownKernels()).filter((kernel) => kernel.state === 'available');

/**
 * The kernel that an example asks for; or another of the reader's own, the newest, if the server
 * lacks it: an example needs one, whichever it is.
 */
export function kernelForExample(wanted: string, offered: readonly OfferedKernel[]): string {
  const isThere = offered.some(({ id }) => id === wanted);
  if (isThere || [standardKernel, allKernels].includes(wanted)) return wanted;
  return offered.findLast(({ isOwn }) => isOwn)?.id ?? wanted;
}

/** What waits for the list waits no longer. */
const timeoutMs = 10_000;

/** None if there is no server, or one that has no such list. Never rejects. */
async function ask(): Promise<readonly KernelFacts[]> {
  try {
    const response = await fromServer('/api/v1/kernels', {
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return [];
    const { kernels } = (await response.json()) as { kernels: KernelFacts[] };
    return kernels;
  } catch {
    return [];
  }
}
