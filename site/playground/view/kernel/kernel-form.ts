import { allKernels } from '../../../../playground-server/protocol/standard-kernel.ts';
import { users, type User } from '../../../../playground-server/protocol/user.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';
import type { OfferedKernel } from '../../client/offered-kernels.ts';

/** The kernel to run on, and whom to run as where a machine is the reader's own. */
interface Chosen {
  kernel: string;
  user: User;
}

/** The choice of a kernel, and what it means to have one's own. */
export function kernelForm(
  kernels: readonly OfferedKernel[],
  { kernel, user }: Chosen,
  id: string,
  words: Words,
): Html {
  const isOwn = kernels.some((each) => each.id === kernel && each.isOwn);
  return html`<div class="choices">
      <label>
        <span>${words.say('playground.kernel')}</span>
        <select name="kernel" aria-describedby="${id}-kernel-hint">
          ${kernelOptions(kernels, kernel, words, 'all')}
        </select>
      </label>
      ${(isOwn || kernel === allKernels) && userChoice(user, words)}
    </div>
    <p class="hint" id="${id}-kernel-hint">${hint(isOwn, { kernel, user }, words)}</p>`;
}

const userChoice = (chosen: User, words: Words): Html =>
  html`<label>
    <span>${words.say('playground.user')}</span>
    <select name="user">
      ${users.map(
        (user) =>
          html`<option value="${user}" ${user === chosen && html`selected`}>
            ${words.say(`playground.user.${user}`)}
          </option>`,
      )}
    </select>
  </label>`;

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

function hint(isOwn: boolean, { kernel, user }: Chosen, words: Words): string | false {
  if (kernel === allKernels) return words.say('playground.kernel.allHint');
  return isOwn && words.say(`playground.user.${user}Hint`);
}

/** A kernel as readers choose it. */
export function kernelName({ isOwn, release, id }: OfferedKernel, words: Words): string {
  const [series = release] = /^\d+\.\d+/.exec(release) ?? [];
  return isOwn
    ? words.say('playground.kernel.own', { kernel: id })
    : words.say('playground.kernel.host', { kernel: series });
}
