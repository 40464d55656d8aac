import type { Captured, CapturedRange, FoundNote } from '../../decode/capture/captured.ts';
import { registerFileBytes, type RegisterFile } from '../../linux/registers.ts';

/** A record that is none: the serial line carries what no agent sends. */
export class NoRecord extends Error {}

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
    while (this.#at < this.#bytes.length) {
      const address = this.word();
      if (address === 0n) {
        notes.push({ book: books[this.number()] ?? '', key: this.word(), value: this.word() });
        continue;
      }
      const length = this.number();
      const range = { address, length, bytes: new Uint8Array(this.#take(this.number())) };
      // Of two at one address, the longer has the other in it.
      if (length >= (ranges.get(address)?.length ?? 0)) ranges.set(address, range);
    }
    return { ranges: [...ranges.values()], notes };
  }

  #take(count: number): Buffer {
    if (count > this.#bytes.length - this.#at) throw new NoRecord('a record is too short');
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }
}
