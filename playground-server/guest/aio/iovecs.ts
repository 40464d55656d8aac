import { iovec as layout } from './abi-table.ts';
import { address } from './memory.ts';

const { bytes: iovecBytes, fields: at } = layout;

/** An array of `struct iovec`, for IOCB_CMD_PREADV and IOCB_CMD_PWRITEV; readv(2). */
export class Iovecs {
  readonly memory: Buffer;
  /** Kept alive, since the kernel reads and writes them. */
  readonly buffers: readonly NodeJS.ArrayBufferView[];

  constructor(buffers: readonly NodeJS.ArrayBufferView[]) {
    this.buffers = buffers;
    this.memory = Buffer.alloc(iovecBytes * buffers.length);
    buffers.forEach((buffer, index) => {
      const start = index * iovecBytes;
      this.memory.writeBigUInt64LE(address(buffer), start + at.iov_base);
      this.memory.writeBigUInt64LE(BigInt(buffer.byteLength), start + at.iov_len);
    });
  }

  /** Number of iovecs. */
  get length(): number {
    return this.buffers.length;
  }
}
