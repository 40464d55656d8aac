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
        ${kernelOptions(kernels, chosen, words)}
      </select>
    </label>
    <p class="hint" id="${id}-kernel-hint">${isOwn && words.say('playground.kernel.ownHint')}</p>`;
}

/** The kernels to choose from, one of them chosen. */
export function kernelOptions(
  kernels: readonly OfferedKernel[],
  chosen: string,
  words: Words,
): Html[] {
  const isOffered = kernels.some((kernel) => kernel.id === chosen);
  const rows = kernels.map((kernel): [string, string] => [kernel.id, nameOf(kernel, words)]);
  // One that a link names, and that this server lacks: a run says what there is instead.
  if (!isOffered) rows.push([chosen, words.say('playground.kernel.missing', { kernel: chosen })]);
  return rows.map(
    ([value, text]) =>
      html`<option value="${value}" ${value === chosen && html`selected`}>${text}</option>`,
  );
}

function nameOf({ isOwn, release, id }: OfferedKernel, words: Words): string {
  const [series = release] = /^\d+\.\d+/.exec(release) ?? [];
  return isOwn
    ? words.say('playground.kernel.own', { kernel: id })
    : words.say('playground.kernel.host', { kernel: series });
}
