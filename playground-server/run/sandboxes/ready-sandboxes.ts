/** What stands ready: it may be killed while it waits. */
interface Ready {
  sandbox: { gone: Promise<void> };
}

/** Makes and removes sandboxes of one kind. */
export interface SandboxMaker<Held extends Ready> {
  hold(): Promise<Held>;
  free(held: Held): Promise<void>;
}

/**
 * Sandboxes made ahead of need, so that no reader waits for them. Making one takes 5 ms of work
 * and, with control groups, up to 20 ms for the kernel to move it; Node takes 100 ms and more to
 * start. Each serves one program.
 */
export class ReadySandboxes<Held extends Ready> {
  readonly #maker: SandboxMaker<Held>;
  readonly #wanted: number;
  readonly #troubled: (error: unknown) => void;
  readonly #ready: Held[] = [];
  /** Those made from the present files; renewing them begins a new set. */
  #current = new WeakSet<Held>();
  #making = 0;
  /** Whoever waits for one that is being made, by its turn. */
  readonly #waiting: ((made: Held | null) => void)[] = [];
  #closed = false;

  /**
   * @param wanted number to keep ready
   * @param troubled receives the error if one could not be made or removed; no reader is told
   */
  constructor(maker: SandboxMaker<Held>, wanted: number, troubled: (error: unknown) => void) {
    this.#maker = maker;
    this.#wanted = wanted;
    this.#troubled = troubled;
  }

  /** Sandboxes that are ready or being made. */
  get size(): number {
    return this.#ready.length + this.#making;
  }

  /** Only those that are ready. */
  get readyCount(): number {
    return this.#ready.length;
  }

  /**
   * One that is ready, otherwise the next that is being made, otherwise a new one.
   *
   * @param isHeavy whether the last that is ready, and those being made, stay for somebody else
   */
  async take(isHeavy: boolean): Promise<Held> {
    const isLeft = this.#ready.length > (isHeavy ? 1 : 0);
    return (isLeft && this.#ready.pop()) || (!isHeavy && (await this.#next())) || this.#make();
  }

  /** Null if nothing is being made that nobody waits for, or nothing comes of it. */
  async #next(): Promise<Held | null> {
    if (this.#making <= this.#waiting.length) return null;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Takes back an unused one, just as it was. */
  giveBack(held: Held): void {
    const isOfUse = !this.#closed && this.size < this.#wanted && this.#current.has(held);
    if (isOfUse) this.#keep(held);
    else this.#free(held);
    this.refill();
  }

  /**
   * Replaces what was taken; called when a run gives its slot back, so as not to slow any run down.
   */
  refill(): void {
    while (!this.#closed && this.size < this.#wanted) {
      this.#making += 1;
      void this.#makeOne();
    }
  }

  /** Replaces all of them, because the files that they are made from have changed. */
  async renew(): Promise<void> {
    this.#current = new WeakSet();
    await Promise.all(this.#ready.splice(0).map((held) => this.#maker.free(held)));
    this.refill();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.renew();
  }

  async #make(): Promise<Held> {
    const current = this.#current;
    const held = await this.#maker.hold();
    current.add(held);
    return held;
  }

  async #makeOne(): Promise<void> {
    let made: Held | null = null;
    try {
      const held = await this.#make();
      if (this.#closed || !this.#current.has(held)) await this.#maker.free(held);
      else made = held;
    } catch (error) {
      // The next run makes its own; if that fails, its reader is told.
      this.#troubled(error);
    } finally {
      this.#making -= 1;
    }
    const waiting = this.#waiting.shift();
    if (waiting) waiting(made);
    else if (made) this.#keep(made);
  }

  #keep(held: Held): void {
    this.#ready.push(held);
    // Killed while it waited, e.g. by the out-of-memory killer: no run should get it.
    void held.sandbox.gone.then(() => {
      const at = this.#ready.indexOf(held);
      if (at < 0) return;
      this.#ready.splice(at, 1);
      this.#free(held);
    });
  }

  #free(held: Held): void {
    this.#maker.free(held).catch(this.#troubled);
  }
}
