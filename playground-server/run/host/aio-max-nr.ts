import { existsSync, readFileSync } from 'node:fs';

/** fs.aio-max-nr: how many events all processes of the host may request together; proc(5). */
export class AioMaxNr {
  readonly #file: string;
  #last = 0;

  constructor(file = '/proc/sys/fs/aio-max-nr') {
    this.#file = file;
  }

  /** 0 if the kernel has no AIO, which the preflight reports. */
  read(): number {
    if (!existsSync(this.#file)) return 0;
    try {
      this.#last = Number(readFileSync(this.#file, 'utf8'));
    } catch {
      // No descriptor is left for reading it; it hardly ever changes.
    }
    return this.#last;
  }
}
