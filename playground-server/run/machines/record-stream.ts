import { NoRecord } from './record-reader.ts';

/** `record` of agent/line.c. */
const mostBytes = 256 * 1024;
const headBytes = 16;

/** Cuts what comes over a serial line into records. Throws NoRecord. */
export class RecordStream {
  /** Put together only when they hold a record: a line may bring its bytes one by one. */
  #pending: Uint8Array[] = [];
  #length = 0;
  /** how many bytes the next step needs: a head, or a record whose head is there */
  #needed = headBytes;

  /** @param told called with each record's kind and what follows it */
  push(bytes: Uint8Array, told: (kind: number, content: Buffer) => void): void {
    this.#pending.push(bytes);
    this.#length += bytes.length;
    if (this.#length < this.#needed) return;
    let left = Buffer.concat(this.#pending);
    while (left.length >= (this.#needed = lengthOf(left))) {
      const record = left.subarray(0, this.#needed);
      left = left.subarray(this.#needed);
      told(Number(record.readBigUInt64LE(8)), record.subarray(headBytes));
    }
    this.#pending = [left];
    this.#length = left.length;
  }
}

/** Length of the record at the beginning, or of its head if that is not whole. */
function lengthOf(bytes: Buffer): number {
  if (bytes.length < headBytes) return headBytes;
  const length = Number(bytes.readBigUInt64LE());
  if (length < headBytes || length > mostBytes) throw new NoRecord('a length is none');
  return length;
}
