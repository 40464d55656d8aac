import { allKernels } from '../../../../playground-server/protocol/standard-kernel.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';
import type { OfferedKernel } from '../../client/offered-kernels.ts';

/** The choice of a kernel, and what it means to have one's own. */
export function kernelForm(
  kernels: readonly OfferedKernel[],
  chosen: string,
  id: string,
  words: Words,
): Html {
  const isOwn = kernels.some((kernel) => kernel.id === chosen && kernel.isOwn);
  return html`<label>
      <span>${words.say('playground.kernel')}</span>
      <select aria-describedby="${id}-kernel-hint">
        ${kernelOptions(kernels, chosen, words, 'all')}
      </select>
    </label>
    <p class="hint" id="${id}-kernel-hint">${hint(isOwn, chosen, words)}</p>`;
}

/** The kernels to choose from, one of them chosen; with `all`, to compare them is a choice, too. */
export function kernelOptions(
  kernels: readonly OfferedKernel[],
  chosen: string,
  words: Words,
  which: 'one' | 'all' = 'one',
): Html[] {
  const rows = kernels.map((kernel): [string, string] => [kernel.id, kernelName(kernel, words)]);
  if (which === 'all' && kernels.length > 1)
    rows.push([allKernels, words.say('playground.kernel.all')]);
  // One that a link names, and that this server lacks: a run says what there is instead.
  if (!rows.some(([id]) => id === chosen))
    rows.push([chosen, words.say('playground.kernel.missing', { kernel: chosen })]);
  return rows.map(
    ([value, text]) =>
      html`<option value="${value}" ${value === chosen && html`selected`}>${text}</option>`,
  );
}

function hint(isOwn: boolean, chosen: string, words: Words): string | false {
  if (chosen === allKernels) return words.say('playground.kernel.allHint');
  return isOwn && words.say('playground.kernel.ownHint');
}

/** A kernel as readers choose it. */
export function kernelName({ isOwn, release, id }: OfferedKernel, words: Words): string {
  const [series = release] = /^\d+\.\d+/.exec(release) ?? [];
  return isOwn
    ? words.say('playground.kernel.own', { kernel: id })
    : words.say('playground.kernel.host', { kernel: series });
}
