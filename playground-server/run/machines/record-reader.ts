import type {
  Captured,
  CapturedRange,
  FoundNote,
  OpenFile,
} from '../../decode/capture/captured.ts';
import { registerFileBytes, type RegisterFile } from '../../linux/registers.ts';

/** A record that is none: the serial line carries what no agent sends. */
export class NoRecord extends Error {}

/** In captures, stands for the number of a book where a descriptor is named: agent/agent.h. */
const noBook = 0x7fff_ffff;

/** Reads the words of one record; whatever they say, never beyond its end. */
export class RecordReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Unsigned. */
  word(): bigint {
    return this.#take(8).readBigUInt64LE();
  }

  signed(): bigint {
    return BigInt.asIntN(64, this.word());
  }

  number(): number {
    return Number(this.word());
  }

  registers(): RegisterFile {
    return Buffer.from(this.#take(registerFileBytes));
  }

  text(): string {
    return this.rest().toString('latin1');
  }

  /** What is left. */
  rest(): Buffer {
    return this.#take(this.#bytes.length - this.#at);
  }

  /** What is left, if it is captures. @param books by their number in the job */
  captured(books: readonly string[]): Captured {
    const ranges = new Map<bigint, CapturedRange>();
    const notes: FoundNote[] = [];
    const files = new Map<bigint, OpenFile>();
    while (this.#at < this.#bytes.length) {
      const address = this.word();
      if (address === 0n) {
        const book = this.number();
        if (book === noBook) {
          const [descriptor, length] = [this.word(), this.number()];
          files.set(descriptor, { descriptor, path: this.#take(length).toString() });
        } else notes.push({ book: books[book] ?? '', key: this.word(), value: this.word() });
        continue;
      }
      const length = this.number();
      const range = { address, length, bytes: new Uint8Array(this.#take(this.number())) };
      // Of two at one address, the longer has the other in it.
      if (length >= (ranges.get(address)?.length ?? 0)) ranges.set(address, range);
    }
    const found = { ranges: [...ranges.values()], notes };
    return files.size > 0 ? { ...found, files: [...files.values()] } : found;
  }

  #take(count: number): Buffer {
    if (count > this.#bytes.length - this.#at) throw new NoRecord('a record is too short');
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }
}
