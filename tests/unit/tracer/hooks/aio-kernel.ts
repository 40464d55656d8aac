import type { RingPiece } from '../../../../playground-server/linux/ring-pieces.ts';
import { ringBytes } from '../../../../playground-server/tracer/hooks/ring-bytes.ts';
import type { View } from '../../../../playground-server/tracer/hooks/aio-budget.ts';

export const bytesOf = (events: number): number => ringBytes(events, 2);

/** What a kernel of two processors shows of the rings of one address space. */
export class AioKernel {
  static #inodes = 0;
  rings: RingPiece[] = [];
  /** More is mapped than anybody looks through. */
  isTooMuch = false;
  isReleased = false;
  isClosed = false;
  readonly look = (): readonly RingPiece[] | null => (this.isTooMuch ? null : this.rings);

  /** Maps a ring, and returns its inode. */
  map(events: number): number {
    const inode = ++AioKernel.#inodes;
    this.rings.push({ inode, offset: 0, bytes: bytesOf(events) });
    return inode;
  }

  unmap(inode: number): void {
    this.rings = this.rings.filter((ring) => ring.inode !== inode);
  }

  get view(): View {
    return { look: this.look, hold: () => this };
  }

  close(): void {
    this.isClosed = true;
  }
}
