import type { ReadMemory } from '../decode/read-memory.ts';

/** AIO contexts belong to an address space: threads and vfork children share it (fs/aio.c, mm->ioctx_table). */
export interface AddressSpace {
  /** nr_events of each live context, by handle */
  contexts: Map<bigint, number>;
  /** tracees that run in it */
  users: number;
}

export const newAddressSpace = (): AddressSpace => ({ contexts: new Map(), users: 1 });

/**
 * A run's share of fs.aio-max-nr, which is one number for the whole host: without a share, one
 * program that asks for 65000 events makes io_setup fail for everybody else.
 */
export class AioBudget {
  readonly #share: number;
  readonly #aioMaxNr: number;
  #held = 0;

  /** @param share events this run may hold @param aioMaxNr /proc/sys/fs/aio-max-nr */
  constructor(share: number, aioMaxNr: number) {
    this.#share = share;
    this.#aioMaxNr = aioMaxNr;
  }

  /** True when more is held than the share: a race of threads got past `reserve`. */
  get exceeded(): boolean {
    return this.#held > this.#share;
  }

  /**
   * Sets events aside for an io_setup about to be made. Returns how many, or "over" when the share
   * does not suffice. Calls that the kernel refuses by itself (fs/aio.c: unreadable or non-zero
   * *ctxp, nr 0, nr above aio-max-nr) need nothing, so that the reader gets the kernel's answer.
   */
  reserve(args: readonly bigint[], read: ReadMemory): number | 'over' {
    const events = Number(BigInt.asUintN(32, args[0] ?? 0n));
    if (events === 0 || events > this.#aioMaxNr) return 0;
    const handle = readWord(read, args[1] ?? 0n);
    if (handle !== 0n) return 0;
    if (this.#held + events > this.#share) return 'over';
    this.#held += events;
    return events;
  }

  /** The io_setup for which `reserved` was set aside returned. */
  settle(
    space: AddressSpace,
    reserved: number,
    args: readonly bigint[],
    succeeded: boolean,
    read: ReadMemory,
  ): void {
    this.#held -= reserved;
    if (!succeeded) return;
    const events = Number(BigInt.asUintN(32, args[0] ?? 0n));
    // A handle that another thread overwrote meanwhile is kept under a key no handle can have.
    const handle = readWord(read, args[1] ?? 0n) ?? -BigInt(space.contexts.size + 1);
    space.contexts.set(handle, events);
    this.#held += events;
  }

  /** io_destroy succeeded: aio-nr falls at its start. */
  free(space: AddressSpace, handle: bigint): void {
    this.#held -= space.contexts.get(handle) ?? 0;
    space.contexts.delete(handle);
  }

  /** A tracee left an address space by exit or exec; with the last one its contexts die. */
  leave(space: AddressSpace): void {
    space.users -= 1;
    if (space.users > 0) return;
    for (const events of space.contexts.values()) this.#held -= events;
    space.contexts.clear();
  }
}

function readWord(read: ReadMemory, address: bigint): bigint | null {
  const bytes = read(address, 8);
  if (!bytes || bytes.length < 8) return null;
  return new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
}
