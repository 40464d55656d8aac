import type { RingPiece } from '../../linux/ring-pieces.ts';

/** What an address space has mapped of rings at this moment; null if that is too much to tell. */
export type LookAtRings = () => readonly RingPiece[] | null;

interface Context {
  /** nr_events of its io_setup, which is what fs.aio-nr counts */
  events: number;
  /** inode of its ring; null where it is not known yet, or a program hid it */
  ring: number | null;
}

/**
 * The live contexts of one address space. A context is known by its ring, not by its handle: a
 * handle is an address, which the program can change by mremap(2), can overwrite where io_setup put
 * it, and may get again while an io_destroy of the former owner still waits.
 *
 * Which context an io_destroy ended shows in its ring: the kernel unmaps it (fs/aio.c,
 * kill_ioctx()), and nothing makes a ring whole again. Where several are not whole, because other
 * calls are under way or because the program itself cut some, the smallest context counts as ended.
 * So the sum may be too high for a while, but is never too low.
 */
export class AioContexts {
  readonly #ringBytes: (events: number) => number;
  readonly #live: Context[] = [];
  /** Live contexts whose rings were not looked for yet: all of one size, so that any has any. */
  #unidentified: Context[] = [];
  /** inodes of all rings that were ever seen here, beginning with those that fork(2) copied */
  readonly #known: Set<number>;
  /** False as soon as a ring could not be found: another's could then be taken for it. */
  #canIdentify: boolean;

  /** @param ringBytes size of the ring for so many events @param look before the first io_setup */
  constructor(ringBytes: (events: number) => number, look: LookAtRings) {
    this.#ringBytes = ringBytes;
    const rings = look();
    this.#known = new Set(rings?.map(({ inode }) => inode));
    this.#canIdentify = rings !== null;
  }

  /** nr_events of all live contexts together */
  get events(): number {
    return this.#live.reduce((sum, { events }) => sum + events, 0);
  }

  /** An io_setup of so many events is about to be made; no other is under way. */
  expect(events: number, look: LookAtRings): void {
    if (this.#unidentified.some((context) => context.events !== events)) this.identify(look);
  }

  /** The io_setup has succeeded. */
  add(events: number): void {
    const context = { events, ring: null };
    this.#live.push(context);
    this.#unidentified.push(context);
  }

  /** Finds the rings of the contexts that are new, before an io_destroy may unmap any of them. */
  identify(look: LookAtRings): void {
    const contexts = this.#unidentified;
    if (contexts.length === 0) return;
    this.#unidentified = [];
    const rings = look()?.filter(({ inode }) => !this.#known.has(inode)) ?? [];
    for (const { inode } of rings) this.#known.add(inode);
    this.#canIdentify &&=
      rings.length === contexts.length &&
      contexts.every(({ events }, index) => this.#isWhole(rings[index]!, events));
    if (!this.#canIdentify) return;
    contexts.forEach((context, index) => (context.ring = rings[index]!.inode));
  }

  /** An io_destroy has succeeded. */
  remove(look: LookAtRings): void {
    const ended = this.#live.length === 1 ? this.#live[0] : this.#smallestBroken(look());
    if (ended) this.#live.splice(this.#live.indexOf(ended), 1);
  }

  #smallestBroken(rings: readonly RingPiece[] | null): Context | undefined {
    const pieces = Map.groupBy(rings ?? [], ({ inode }) => inode);
    return this.#live
      .filter(({ events, ring }) => {
        const [first, ...others] = (ring !== null && pieces.get(ring)) || [];
        return !first || others.length > 0 || !this.#isWhole(first, events);
      })
      .sort((a, b) => a.events - b.events)[0];
  }

  #isWhole({ offset, bytes }: RingPiece, events: number): boolean {
    return offset === 0 && bytes === this.#ringBytes(events);
  }
}
