import { existsSync, readFileSync } from 'node:fs';

/** fs.aio-max-nr: how many events all processes of the host may ask for together; proc(5). */
export class AioMaxNr {
  readonly #file: string;
  #last = 0;

  constructor(file = '/proc/sys/fs/aio-max-nr') {
    this.#file = file;
  }

  /** 0 where the kernel has no AIO: the preflight says so. */
  read(): number {
    if (!existsSync(this.#file)) return 0;
    try {
      this.#last = Number(readFileSync(this.#file, 'utf8'));
    } catch {
      // No descriptor is left to read it with; it hardly ever changes.
    }
    return this.#last;
  }
}
