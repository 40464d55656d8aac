import { standardKernel } from '../../../../playground-server/protocol/standard-kernel.ts';
import { offeredKernels, type OfferedKernel } from '../../client/offered-kernels.ts';
import type { PlaygroundFacts } from '../playground-facts.ts';
import type { TapeContext } from '../tape-context.ts';
import { kernelForm } from './kernel-form.ts';

/** Lets a reader choose the kernel of the next run, where there is more than one. */
export class KernelChoice {
  readonly #part: HTMLElement;
  readonly #context: TapeContext;
  readonly #own: string;
  readonly #changed: () => void;
  #value: string;

  constructor(
    part: HTMLElement,
    context: TapeContext,
    { kernel = standardKernel, language }: PlaygroundFacts,
    changed: () => void,
  ) {
    this.#part = part;
    this.#context = context;
    this.#own = this.#value = kernel;
    this.#changed = changed;
    void offeredKernels().then((kernels) =>
      this.#offer(kernels.filter(({ languages }) => languages.includes(language))),
    );
  }

  /** The kernel to ask for; undefined for the server's. */
  get value(): string | undefined {
    return this.#value === standardKernel ? undefined : this.#value;
  }

  get isOwn(): boolean {
    return this.#value === this.#own;
  }

  #offer(kernels: readonly OfferedKernel[]): void {
    if (kernels.length < 2 && this.value === undefined) return;
    this.#show(kernels);
    this.#part.hidden = false;
    this.#part.addEventListener('change', () => {
      this.#value = this.#part.querySelector('select')!.value;
      this.#show(kernels);
      this.#part.querySelector('select')!.focus();
      this.#changed();
    });
  }

  #show(kernels: readonly OfferedKernel[]): void {
    const { id, words } = this.#context;
    this.#part.innerHTML = kernelForm(kernels, this.#value, id, words).markup;
  }
}
