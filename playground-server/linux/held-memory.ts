import { closeSync, openSync, readSync } from 'node:fs';

const byte = Buffer.alloc(1);

/**
 * An address space, held by its /proc/pid/mem, which says whether anybody uses it even when the pid
 * has long been another's (fs/proc/base.c, mem_open() and mem_rw()).
 */
export class HeldMemory {
  /** null where there was no descriptor to spare */
  readonly #fd: number | null;

  constructor(pid: number) {
    this.#fd = unlessRefused(() => openSync(`/proc/${pid}/mem`, 'r'));
  }

  /**
   * Its last user has let go of it. Until then reading address 0, where nothing can be mapped, is
   * EIO; afterwards the file is at its end.
   */
  get isReleased(): boolean {
    const fd = this.#fd;
    return fd !== null && unlessRefused(() => readSync(fd, byte, 0, 1, 0)) === 0;
  }

  close(): void {
    if (this.#fd !== null) closeSync(this.#fd);
  }
}

function unlessRefused(call: () => number): number | null {
  try {
    return call();
  } catch {
    return null;
  }
}
