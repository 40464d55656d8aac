import {
  allKernels,
  standardKernel,
} from '../../../../playground-server/protocol/standard-kernel.ts';
import type { User } from '../../../../playground-server/protocol/user.ts';
import { usualUser } from '../../../../playground-server/protocol/user.ts';
import {
  kernelForExample,
  offeredKernels,
  type OfferedKernel,
} from '../../client/offered-kernels.ts';
import type { ConditionsPanel } from '../conditions/conditions-panel.ts';
import { withUser } from '../conditions/read-conditions.ts';
import type { PlaygroundFacts } from '../playground-facts.ts';
import type { TapeContext } from '../tape-context.ts';
import { kernelForm } from './kernel-form.ts';

/** Lets a reader choose the kernel of the next run, where there is more than one. */
export class KernelChoice {
  readonly #part: HTMLElement;
  readonly #context: TapeContext;
  readonly #conditions: Pick<ConditionsPanel, 'value'>;
  readonly #changed: () => void;
  #value: string;
  /** Those that run the snippet; null until the server has told. */
  #kernels: readonly OfferedKernel[] | null = null;

  constructor(
    part: HTMLElement,
    context: TapeContext,
    { kernel = standardKernel, language, isForeign }: PlaygroundFacts,
    conditions: Pick<ConditionsPanel, 'value'>,
    changed: () => void,
  ) {
    this.#part = part;
    this.#context = context;
    this.#value = kernel;
    this.#conditions = conditions;
    this.#changed = changed;
    void offeredKernels().then((kernels) => {
      this.#kernels = kernels.filter(({ languages }) => languages.includes(language));
      if (!isForeign) this.#value = kernelForExample(this.#value, this.#kernels);
      this.#offer(this.#kernels);
    });
  }

  /** The kernel to ask for; undefined for the server's. */
  get value(): string | undefined {
    return [standardKernel, allKernels].includes(this.#value) ? undefined : this.#value;
  }

  /** What a link names: the kernel, if it is not the server's, or all of them. */
  get shared(): string | undefined {
    return this.#value === standardKernel ? undefined : this.#value;
  }

  /** Begins anew with another kernel: the page's author wants it. */
  restart(kernel = standardKernel): void {
    this.#value = kernel;
    this.refresh();
    this.#changed();
  }

  /** The conditions have changed, of which the user is shown here. */
  refresh(): void {
    if (this.#kernels) this.#show(this.#kernels);
  }

  /** The kernels that the reader wants to compare, the server's first. */
  get compared(): readonly OfferedKernel[] {
    return this.#value === allKernels ? (this.#kernels ?? []) : [];
  }

  #offer(kernels: readonly OfferedKernel[]): void {
    this.#show(kernels);
    this.#part.addEventListener('change', ({ target }) => {
      const { name, value } = target as HTMLSelectElement;
      if (name === 'user') this.#conditions.value = withUser(this.#conditions.value, value as User);
      else this.#value = value;
      this.#show(kernels);
      this.#part.querySelector<HTMLSelectElement>(`[name="${name}"]`)!.focus();
      this.#changed();
    });
  }

  #show(kernels: readonly OfferedKernel[]): void {
    const { id, words } = this.#context;
    this.#part.hidden = kernels.length < 2 && this.value === undefined;
    const chosen = { kernel: this.#value, user: this.#conditions.value?.user ?? usualUser };
    this.#part.innerHTML = kernelForm(kernels, chosen, id, words).markup;
  }
}
