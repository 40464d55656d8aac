/** The most that process_vm_readv(2) takes at once (IOV_MAX, linux/uio.h). */
const mostRanges = 1024;
const mostBytes = 64 * 1024;

/** Buffers and iovecs of one call; decoding shows no more of them. */
const bufferBytes = 4 * 1024;

/** What may still be taken at one stop. */
export class CaptureBounds {
  #ranges = mostRanges;
  #bytes = mostBytes;
  #buffers = bufferBytes;

  /** Deducts a range if it fits, and says whether it did. */
  allow(length: number, isBuffer: boolean): boolean {
    if (this.#ranges === 0 || length > this.#bytes) return false;
    if (isBuffer && length > this.#buffers) return false;
    this.#ranges -= 1;
    this.#bytes -= length;
    if (isBuffer) this.#buffers -= length;
    return true;
  }
}
