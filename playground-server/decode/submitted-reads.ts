import { aioOpcodeTable } from './aio-opcode-table.ts';
import type { Iocb } from './decode-iocb.ts';

/** More requests than a context of the playground can hold at a time. */
const mostReads = 4096;

/**
 * Where the reads of a run put their data, by the address of their iocb. An event names its request
 * by that address only, and the program may have used the iocb for something else by then.
 */
export class SubmittedReads {
  readonly #buffers = new Map<bigint, bigint>();

  /** The request at `address` is being submitted. */
  submit(address: bigint, { aio_lio_opcode: opcode, aio_buf: buffer }: Iocb): void {
    this.#buffers.delete(address);
    if (aioOpcodeTable.get(opcode)?.operand !== 'buffer') return;
    this.#buffers.set(address, buffer);
    const [oldest] = this.#buffers.keys();
    if (this.#buffers.size > mostReads && oldest !== undefined) this.#buffers.delete(oldest);
  }

  /** Address of the buffer that the request at `address` was to fill; undefined where it read nothing. */
  bufferOf(address: bigint): bigint | undefined {
    return this.#buffers.get(address);
  }
}
