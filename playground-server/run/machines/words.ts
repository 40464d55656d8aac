/** Little-endian numbers one after another, as a C structure without gaps has them. */
export class Words {
  readonly #parts: Buffer[] = [];

  /** Four bytes. */
  int(value: number): this {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(value | 0);
    this.#parts.push(bytes);
    return this;
  }

  /** Eight bytes. */
  long(value: number): this {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(value));
    this.#parts.push(bytes);
    return this;
  }

  text(value: string): this {
    this.#parts.push(Buffer.from(value, 'latin1'));
    return this;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}
