import type { Captured } from '../../decode/capture/captured.ts';
import type { Frame } from '../../decode/unwind/frame.ts';
import { registerCount } from '../../decode/unwind/frame.ts';

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

  words(count: number): bigint[] {
    return Array.from({ length: count }, () => this.word());
  }

  frame(): Frame {
    return this.words(registerCount);
  }

  /** What is left. */
  rest(): Buffer {
    return this.#take(this.#bytes.length - this.#at);
  }

  /** @param books by their number in the job */
  captured(books: readonly string[]): Captured {
    const ranges = this.#list(() => {
      const [address, length, count] = [this.word(), this.number(), this.number()];
      return { address, length, bytes: new Uint8Array(this.#take(count)) };
    });
    const notes = this.#list(() => {
      const [book, key, value] = [this.number(), this.word(), this.word()];
      return { book: books[book] ?? '', key, value };
    });
    return { ranges, notes };
  }

  #list<T>(read: () => T): T[] {
    const count = this.number();
    if (count > this.#bytes.length) throw new NoRecord('a list is longer than its record');
    return Array.from({ length: count }, read);
  }

  #take(count: number): Buffer {
    if (count > this.#bytes.length - this.#at) throw new NoRecord('a record is too short');
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }
}
