import { Words } from './words.ts';

/** An argument of a system call, or a word in memory: bytes and words stand for pointers to them. */
export type Word = number | bigint | string | Uint8Array | readonly Word[];

const alignment = 8;

/** Data as a machine's agent has them in its memory, from an address on, with pointers among them. */
export class Image {
  readonly #parts: Buffer[] = [];
  #end: number;

  /** @param headBytes what comes first, and points to the rest */
  constructor(address: number, headBytes: number) {
    this.#end = address + headBytes;
  }

  /** Adds bytes, and returns their address. */
  place(bytes: Uint8Array): number {
    const address = this.#end;
    const part = Buffer.concat([bytes, Buffer.alloc(-bytes.length & (alignment - 1))]);
    this.#parts.push(part);
    this.#end += part.length;
    return address;
  }

  /** A number as it is, anything else as a pointer: to text with a zero behind it, bytes, words. */
  word(word: Word): number | bigint {
    if (typeof word === 'number' || typeof word === 'bigint') return word;
    if (typeof word === 'string') return this.place(Buffer.from(`${word}\0`));
    if (word instanceof Uint8Array) return this.place(word);
    const words = new Words();
    for (const each of word) words.long(this.word(each));
    return this.place(words.bytes());
  }

  bytes(head: Uint8Array): Buffer {
    return Buffer.concat([head, ...this.#parts]);
  }
}
