import type { RunDemands } from '../../protocol/index.ts';
import { freeSandbox, holdSandbox, type HeldSandbox, type RunSite } from './held-sandbox.ts';

/**
 * Sandboxes made ahead of need. Making one is 5 ms of work and, where control groups are used, up
 * to 20 ms of waiting for the kernel to move it, and Node takes 100 ms and more to start: nothing of
 * that is a reader's to wait for. Each is used once.
 */
export class ReadySandboxes {
  readonly #site: RunSite;
  readonly #demands: RunDemands;
  readonly #wanted: number;
  readonly #ready: HeldSandbox[] = [];
  #making = 0;
  #closed = false;

  /**
   * @param demands of the runs that they serve
   * @param wanted number to keep ready
   */
  constructor(site: RunSite, demands: RunDemands, wanted: number) {
    this.#site = site;
    this.#demands = demands;
    this.#wanted = wanted;
  }

  /** Sandboxes that stand ready or are being made. */
  get size(): number {
    return this.#ready.length + this.#making;
  }

  /** Those that stand ready alone. */
  get readyCount(): number {
    return this.#ready.length;
  }

  /** One that is ready, or else a new one. */
  async take(): Promise<HeldSandbox> {
    return this.#ready.pop() ?? holdSandbox(this.#site, this.#demands);
  }

  /** Makes up for what was taken; called when a run gives its slot back, so that it slows none down. */
  refill(): void {
    while (!this.#closed && this.size < this.#wanted) {
      this.#making += 1;
      void this.#makeOne();
    }
  }

  /** Makes new ones in the place of all that stand ready: what they are made of has changed. */
  async renew(): Promise<void> {
    await Promise.all(this.#ready.splice(0).map((held) => freeSandbox(this.#site, held)));
    this.refill();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.renew();
  }

  #keep(held: HeldSandbox): void {
    this.#ready.push(held);
    // Killed while it waited, e.g. for want of memory: no run should get it.
    void held.sandbox.gone.then(() => {
      const at = this.#ready.indexOf(held);
      if (at < 0) return;
      this.#ready.splice(at, 1);
      freeSandbox(this.#site, held).catch(() => undefined);
    });
  }

  async #makeOne(): Promise<void> {
    try {
      const held = await holdSandbox(this.#site, this.#demands);
      if (this.#closed) await freeSandbox(this.#site, held);
      else this.#keep(held);
    } catch {
      // The next run makes its own, and then the reader is told why it cannot be had.
    } finally {
      this.#making -= 1;
    }
  }
}
