import type { RunRequest } from '../../../../playground-server/protocol/index.ts';
import type { OfferedKernel } from '../../client/offered-kernels.ts';
import { runOnKernels, type KernelRun } from '../../client/run-on-kernels.ts';
import { idleRun, type RunState } from '../../client/run-state.ts';
import type { TapeContext } from '../tape-context.ts';
import { comparisonTable } from '../compare/comparison-table.ts';
import { kernelName } from './kernel-form.ts';

/** Runs a snippet on all kernels, and shows below the run of the page what the others answered. */
export class KernelComparison {
  readonly #fetchFrom: typeof fetch;
  readonly #context: TapeContext;
  readonly #section = document.createElement('section');
  #current = new AbortController();
  #standard: KernelRun | null = null;
  #others: readonly KernelRun[] = [];
  #frame = 0;

  /** @param below the part of the playground that it follows */
  constructor(fetchFrom: typeof fetch, below: HTMLElement, context: TapeContext) {
    this.#fetchFrom = fetchFrom;
    this.#context = context;
    this.#section.className = 'comparison kernels';
    this.#section.hidden = true;
    below.after(this.#section);
  }

  /**
   * A run has been requested of the standard kernel.
   * @param kernels that one and those to compare it with; none to compare nothing
   */
  async begin(request: RunRequest, [standard, ...others]: readonly OfferedKernel[]): Promise<void> {
    this.cancel();
    if (!standard) return;
    this.#section.hidden = false;
    this.#standard = { kernel: standard, state: idleRun };
    const own = (this.#current = new AbortController());
    for await (const runs of runOnKernels(this.#fetchFrom, request, others, own.signal)) {
      if (own.signal.aborted) return;
      this.#others = runs;
      this.#render();
    }
  }

  /** The run on the standard kernel has come so far. */
  show(state: RunState): void {
    if (!this.#standard || this.#standard.state === state) return;
    this.#standard = { ...this.#standard, state };
    this.#render();
  }

  /** What was not compared to its end says nothing: it is no longer shown. */
  cancel(): void {
    this.#current.abort();
    this.#standard = null;
    this.#others = [];
    this.#section.hidden = true;
  }

  /** Events may arrive by the hundred, so the table is drawn once per frame. */
  #render(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#standard) return;
      const { words } = this.#context;
      const runs = [this.#standard, ...this.#others].map(({ kernel, state }) => ({
        name: kernelName(kernel, words),
        state,
      }));
      this.#section.innerHTML = comparisonTable(runs, 'kernels', words).markup;
    });
  }
}
