import type { KernelFacts } from '../../../playground-server/protocol/kernel.ts';
import type { Language } from '../../../playground-server/protocol/language-table.ts';
import { standardKernel } from '../../../playground-server/protocol/standard-kernel.ts';

/** The kernel to run on, and why it is not the one that the author wants. */
export interface ChosenKernel {
  kernel: string;
  lack: 'missing' | 'fetching' | 'language' | null;
}

/**
 * Takes the kernel that an author wants, if the server can run the snippet on it, else the server's
 * own: a tutorial's reader can do nothing about it.
 *
 * @param known what the server says; empty if it could not be asked, which a run will show
 */
export function chooseKernel(
  wanted: string,
  language: Language,
  known: readonly KernelFacts[],
): ChosenKernel {
  const lack = known.length === 0 ? null : lackOf(wanted, language, known);
  return { kernel: lack === null ? wanted : standardKernel, lack };
}

function lackOf(
  wanted: string,
  language: Language,
  known: readonly KernelFacts[],
): ChosenKernel['lack'] {
  const found = known.find(({ id }) => id === wanted);
  if (!found) return 'missing';
  if (found.state !== 'available') return found.state;
  return found.languages.includes(language) ? null : 'language';
}
