import { standardKernel } from '../../../playground-server/protocol/standard-kernel.ts';
import { knownKernels } from '../../playground/client/offered-kernels.ts';
import { findParts } from '../../playground/view/parts.ts';
import type { PlaygroundFacts } from '../../playground/view/playground-facts.ts';
import type { Words } from '../../words/words.ts';
import { chooseKernel } from './choose-kernel.ts';

/**
 * Gives a playground the kernel that its author wants, tells the reader if it cannot be had, and
 * only then lets the playground wake up: what runs unasked must not run on another kernel.
 */
export async function useKernel(
  playground: HTMLElement,
  wanted: string | null,
  place: HTMLElement,
  words: Words,
): Promise<void> {
  const { language, kernel: own } = JSON.parse(
    findParts(playground).facts.textContent,
  ) as PlaygroundFacts;
  const asked = wanted ?? own ?? standardKernel;
  const known = asked === standardKernel ? [] : await knownKernels();
  const { kernel, lack } = chooseKernel(asked, language, known);
  place.hidden = lack === null;
  place.textContent = lack && words.say(`embed.kernel.${lack}`, { kernel: asked });
  playground.dataset['kernel'] = kernel;
  delete playground.dataset['held'];
}
