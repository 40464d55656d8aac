import { isDying, type AddressSpace } from '../address-space.ts';
import { AioContexts, type LookAtRings } from './aio-contexts.ts';

/** An address space under the kernel's eyes, whoever uses it. */
export interface KernelMemory {
  /** Its last user has let go of it, and its contexts have ended (kernel/fork.c, __mmput()). */
  readonly isReleased: boolean;
  close(): void;
}

/** How the budget sees what the kernel has, by the thread that makes a call. */
export interface View {
  look: LookAtRings;
  hold: () => KernelMemory;
}

const noRings: LookAtRings = () => [];

/** Anything that tells one call from another. */
type Call = object;

interface Books {
  contexts: AioContexts;
  memory: KernelMemory;
  /** the io_setup under way: one at a time, so that a new ring can only be its own */
  setup: { call: Call; events: number } | null;
  /** io_destroys under way */
  destroys: Set<Call>;
}

/** "later": ask again when one of the run's calls has returned, or one of its processes has gone. */
export type Permission = 'now' | 'later' | 'never';

/**
 * A run's share of fs.aio-max-nr, which is a single number for the whole host: without shares, one
 * program that asks for 65000 events would make io_setup fail for everybody else.
 *
 * A context counts from before its io_setup until its io_destroy has returned, or until nobody uses
 * its address space any more: at least as long as the kernel counts it (fs/aio.c: ioctx_alloc(),
 * kill_ioctx(), exit_aio()).
 */
export class AioBudget {
  readonly #share: number;
  readonly #ringBytes: (events: number) => number;
  readonly #books = new Map<AddressSpace, Books>();

  /** @param share events this run may hold @param ringBytes size of the ring for so many events */
  constructor(share: number, ringBytes: (events: number) => number) {
    this.#share = share;
    this.#ringBytes = ringBytes;
  }

  /**
   * Whether an io_setup may be made; if "now", its events count from here. A program that is within
   * its share once its own io_destroy has returned, or its child is gone, is not refused for what
   * the books do not know yet: it waits.
   */
  setUp(space: AddressSpace, call: Call, events: number, { look, hold }: View): Permission {
    if (this.#books.get(space)?.setup) return 'later';
    if (this.#held() + events > this.#share) return this.#mayShrink() ? 'later' : 'never';
    const books = this.#books.get(space) ?? {
      contexts: new AioContexts(this.#ringBytes, space.wasEmpty ? noRings : look),
      memory: hold(),
      setup: null,
      destroys: new Set(),
    };
    books.contexts.expect(events, look);
    books.setup = { call, events };
    this.#books.set(space, books);
    return 'now';
  }

  /** An io_setup has returned; what it has done is "unknown" if its thread is dead. */
  wasSetUp(
    space: AddressSpace,
    call: Call,
    outcome: 'made' | 'failed' | 'unknown',
    { look }: View,
  ): void {
    const books = this.#books.get(space);
    if (books?.setup?.call !== call) return;
    const { events } = books.setup;
    books.setup = null;
    if (outcome === 'failed') return;
    books.contexts.add(events);
    if (outcome === 'unknown') books.contexts.identify(() => []);
    else if (books.destroys.size > 0) books.contexts.identify(look);
  }

  /** Whether an io_destroy may be made: it waits for an io_setup, whose ring is nobody's yet. */
  destroy(space: AddressSpace, call: Call, { look }: View): Permission {
    const books = this.#books.get(space);
    if (books?.setup) return 'later';
    books?.destroys.add(call);
    books?.contexts.identify(look);
    return 'now';
  }

  /** An io_destroy has returned, if a filter of the program's own did not answer it. */
  wasDestroyed(space: AddressSpace, call: Call, succeeded: boolean, { look }: View): void {
    const books = this.#books.get(space);
    if (books?.destroys.delete(call) && succeeded) books.contexts.remove(look);
  }

  /** The run is over. */
  close(): void {
    for (const { memory } of this.#books.values()) memory.close();
    this.#books.clear();
  }

  #held(): number {
    this.#forgetReleased();
    let held = 0;
    for (const { contexts, setup } of this.#books.values()) {
      held += contexts.events + (setup?.events ?? 0);
    }
    return held;
  }

  #forgetReleased(): void {
    for (const [space, { memory }] of this.#books) {
      // While it dies, its last user may be on the way from letting go of it to ending its contexts.
      if (space.users > 0 || isDying(space) || !memory.isReleased) continue;
      memory.close();
      this.#books.delete(space);
    }
  }

  /** Something is under way that gives events back without the program's doing. */
  #mayShrink(): boolean {
    return this.#books
      .entries()
      .some(([space, { destroys }]) => destroys.size > 0 || isDying(space));
  }
}
