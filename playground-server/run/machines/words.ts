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
  long(value: number | bigint): this {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
    this.#parts.push(bytes);
    return this;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}
