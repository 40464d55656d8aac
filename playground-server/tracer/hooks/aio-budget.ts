import assert from 'node:assert/strict';
import type { ReadMemory } from '../../linux/process-memory.ts';
import type { AddressSpace } from '../address-space.ts';

/** An io_setup, as far as the budget needs it. */
interface Setup {
  args: readonly bigint[];
}

/**
 * A run's share of fs.aio-max-nr, which is a single number for the whole host: without shares, one
 * program that asks for 65000 events would make io_setup fail for everybody else.
 */
export class AioBudget {
  readonly #share: number;
  readonly #aioMaxNr: number;
  /** events reserved for each io_setup in progress */
  readonly #reserved = new Map<Setup, number>();
  /** nr_events of each live context by its handle; they belong to an address space (fs/aio.c, mm->ioctx_table) */
  readonly #contexts = new Map<AddressSpace, Map<bigint, number>>();
  #held = 0;
  /** contexts whose handle is not known */
  #strays = 0;

  /** @param share events this run may hold @param aioMaxNr /proc/sys/fs/aio-max-nr */
  constructor(share: number, aioMaxNr: number) {
    this.#share = share;
    this.#aioMaxNr = aioMaxNr;
  }

  /** The run holds more than its share: racing threads got past `reserve`. */
  get isExceeded(): boolean {
    return this.#held > this.#share;
  }

  /**
   * Reserves events for an io_setup that is about to be made; "over" if the share is not
   * sufficient. Calls that the kernel refuses by itself (fs/aio.c: unreadable or non-zero *ctxp, nr
   * 0, nr above aio-max-nr) need none, so that the reader gets the kernel's answer.
   *
   * Another thread may change *ctxp between this look and the kernel's. If it wins that race, the
   * run holds too much until the call returns: see isExceeded.
   */
  reserve(setup: Setup, read: ReadMemory): 'within' | 'over' {
    assert(!this.#reserved.has(setup), 'events were set aside twice for one io_setup');
    const events = eventsOf(setup);
    if (events === 0 || events > this.#aioMaxNr) return 'within';
    if (handleOf(setup, read) !== 0n) return 'within';
    if (this.#held + events > this.#share) return 'over';
    this.#reserved.set(setup, events);
    this.#hold(events);
    return 'within';
  }

  /** An io_setup has returned, or never will; it may not have been reserved. */
  settle(space: AddressSpace, setup: Setup, succeeded: boolean, read: ReadMemory): void {
    this.#hold(-(this.#reserved.get(setup) ?? 0));
    this.#reserved.delete(setup);
    if (!succeeded) return;
    const contexts = this.#contexts.get(space) ?? new Map<bigint, number>();
    this.#contexts.set(space, contexts);
    const handle = handleOf(setup, read) ?? this.#strayKey();
    // A program that unmaps a ring may get its address again, while the earlier context lives on.
    const former = contexts.get(handle);
    if (former !== undefined) contexts.set(this.#strayKey(), former);
    contexts.set(handle, eventsOf(setup));
    this.#hold(eventsOf(setup));
  }

  /** io_destroy has succeeded; aio-nr drops as soon as it starts. */
  free(space: AddressSpace, handle: bigint): void {
    const contexts = this.#contexts.get(space);
    this.#hold(-(contexts?.get(handle) ?? 0));
    contexts?.delete(handle);
  }

  /** Contexts die with their address space. */
  spaceEnded(space: AddressSpace): void {
    for (const events of this.#contexts.get(space)?.values() ?? []) this.#hold(-events);
    this.#contexts.delete(space);
    const isEmpty = this.#contexts.size === 0 && this.#reserved.size === 0;
    assert(!isEmpty || this.#held === 0, 'events are held for contexts that are no more');
  }

  #hold(events: number): void {
    this.#held += events;
    assert(this.#held >= 0, 'more events were given back than were held');
  }

  /** A key that cannot be a handle. */
  #strayKey(): bigint {
    return -BigInt(++this.#strays);
  }
}

/** SYSCALL_DEFINE2(io_setup, unsigned, …): the kernel ignores the upper half of the register. */
const eventsOf = ({ args }: Setup): number => Number(BigInt.asUintN(32, args[0] ?? 0n));

/** *ctxp: the handle, or 0 before there is one; null if it cannot be read. */
function handleOf({ args }: Setup, read: ReadMemory): bigint | null {
  const bytes = read(args[1] ?? 0n, 8);
  if (!bytes || bytes.length < 8) return null;
  return new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
}
