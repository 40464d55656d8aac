import type { RunState } from '../client/run-state.ts';
import type { RunStore } from '../client/run-store.ts';
import { finish, inSlices, type Step } from './in-slices.ts';

/**
 * Events may arrive by the hundred, so the page is updated once per frame; and right after one,
 * so that the browser answers to the reader before it draws what is new.
 */
export class ShownStates {
  readonly #store: Pick<RunStore, 'state'>;
  readonly #show: (state: RunState) => Generator<Step>;
  #frame = 0;
  /** The state being shown, as far as it has not been shown yet. */
  #showing: Iterator<Step> = [].values();

  /** @param show shows a state step by step */
  constructor(store: Pick<RunStore, 'state'>, show: (state: RunState) => Generator<Step>) {
    this.#store = store;
    this.#show = show;
  }

  /** Has the newest state shown soon. */
  schedule(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => setTimeout(() => void this.#update()));
  }

  /** Shows the rest of the state that is being shown at once. */
  finish(): void {
    finish(this.#showing);
  }

  /** What has come meanwhile is shown next. */
  async #update(): Promise<void> {
    const { state } = this.#store;
    this.#showing = this.#show(state);
    try {
      await inSlices(this.#showing);
    } finally {
      this.#frame = 0;
    }
    if (state !== this.#store.state) this.schedule();
  }
}
