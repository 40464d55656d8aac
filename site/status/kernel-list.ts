import { fetchSteps } from '../../playground-server/protocol/fetch-step.ts';
import type { Status } from '../../playground-server/protocol/index.ts';
import { html, type Html } from '../markup/html.ts';
import type { Words } from '../words/words.ts';

type Kernel = Status['kernels'][number];

/** The kernels that a run may name: whether each is here, and if not, why and what can be done. */
export function kernelList(status: Status | null, words: Words): Html {
  if (!status || status.kernels.length === 0) return html`<p>–</p>`;
  return html`<ul class="checks">
    ${status.kernels.map((kernel) => item(kernel, words))}
  </ul>`;
}

const verdicts = { available: 'ok', fetching: 'without', missing: 'failed' } as const;

function item(kernel: Kernel, words: Words): Html {
  return html`<li data-kernel="${kernel.id}" data-verdict="${verdicts[kernel.state]}">
    <strong>${words.say(`status.kernel.${kernel.state}`, { kernel: kernel.id })}</strong>
    ${more(kernel, words)}
  </li>`;
}

function more(kernel: Kernel, words: Words): Html {
  switch (kernel.state) {
    case 'available': {
      const { release, machinesReady } = kernel;
      const machines =
        machinesReady !== undefined &&
        words.say('status.kernel.machines', { count: machinesReady });
      return html`<span>Linux ${release}${machines && html`, ${machines}`}</span>`;
    }
    case 'fetching': {
      const step = words.say(`status.kernel.step.${kernel.step}`);
      const at = fetchSteps.indexOf(kernel.step) + 1;
      const of = fetchSteps.length;
      return html`<span>${words.say('status.kernel.progress', { at, of, step })}</span>`;
    }
    case 'missing':
      // In English as in the server's log: it is for the operator.
      return html`<span lang="en">${kernel.reason} ${kernel.remedy}</span>`;
  }
}
