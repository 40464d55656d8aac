import type { Language } from '../../../playground-server/protocol/language-table.ts';
import { standardKernel } from '../../../playground-server/protocol/standard-kernel.ts';
import { html } from '../../markup/html.ts';
import { offeredKernels } from '../../playground/client/offered-kernels.ts';
import { kernelOptions } from '../../playground/view/kernel/kernel-form.ts';
import { readSharedFacts } from '../../playground/view/playground-facts.ts';
import { createWords } from '../../words/words.ts';

/** Lets an author choose the kernel, where there is more than one; at first, the playground's. */
export async function offerKernels(
  dialog: HTMLElement,
  language: Language,
  chosen = standardKernel,
): Promise<void> {
  const { lang, strings } = readSharedFacts();
  const offered = await offeredKernels();
  const kernels = offered.filter(({ languages }) => languages.includes(language));
  const part = dialog.querySelector<HTMLElement>('[data-kernels]')!;
  part.hidden = kernels.length < 2 && chosen === standardKernel;
  const options = kernelOptions(kernels, chosen, createWords(lang, strings));
  part.querySelector('select')!.innerHTML = html`${options}`.markup;
}
