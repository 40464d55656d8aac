import { iocb as layout } from './abi-table.ts';
import { Iovecs } from './iovecs.ts';
import { address } from './memory.ts';

/** Initial values for an iocb's fields; those left out are 0. */
export interface IocbFields {
  /** Copied to io_event.data. */
  aio_data?: bigint;
  aio_key?: number;
  /** RWF_* for reads and writes, otherwise 0. */
  aio_rw_flags?: number;
  /** IOCB_CMD_*. */
  aio_lio_opcode?: number;
  aio_reqprio?: number;
  aio_fildes?: number;
  /** A buffer, iovecs, a raw address, or the events that IOCB_CMD_POLL waits for. */
  aio_buf?: NodeJS.ArrayBufferView | Iovecs | bigint;
  /** Bytes, or the number of iovecs; taken from `aio_buf` when left out. */
  aio_nbytes?: bigint;
  aio_offset?: bigint;
  aio_reserved2?: bigint;
  /** IOCB_FLAG_*. */
  aio_flags?: number;
  aio_resfd?: number;
}

const { bytes: iocbBytes, fields: at } = layout;

/** `struct iocb`: one operation to submit, in the kernel's layout; io_submit(2). */
export class Iocb {
  readonly memory: Buffer = Buffer.alloc(iocbBytes);
  /** What aio_buf points to; it must outlive the operation. */
  #target: NodeJS.ArrayBufferView | Iovecs | null = null;

  constructor(fields: IocbFields = {}) {
    const { aio_buf, ...rest } = fields;
    if (typeof aio_buf === 'bigint') this.aio_buf = aio_buf;
    else if (aio_buf) this.pointAt(aio_buf);
    Object.assign(this, rest);
  }

  /** Makes aio_buf and aio_nbytes describe this buffer, or these iovecs and their number. */
  pointAt(target: NodeJS.ArrayBufferView | Iovecs): void {
    this.#target = target;
    this.aio_buf = address(target);
    this.aio_nbytes = BigInt(target instanceof Iovecs ? target.length : target.byteLength);
  }

  /** The buffer or iovecs given for aio_buf; null for a raw address. */
  get target(): NodeJS.ArrayBufferView | Iovecs | null {
    return this.#target;
  }

  get aio_data(): bigint {
    return this.memory.readBigUInt64LE(at.aio_data);
  }
  set aio_data(value: bigint) {
    this.#setLong(at.aio_data, value);
  }

  /** The kernel stores 0 here; io_cancel(2) requires that it is still there. */
  get aio_key(): number {
    return this.memory.readUInt32LE(at.aio_key);
  }
  set aio_key(value: number) {
    this.memory.writeUInt32LE(value >>> 0, at.aio_key);
  }

  get aio_rw_flags(): number {
    return this.memory.readUInt32LE(at.aio_rw_flags);
  }
  set aio_rw_flags(value: number) {
    this.memory.writeUInt32LE(value >>> 0, at.aio_rw_flags);
  }

  get aio_lio_opcode(): number {
    return this.memory.readUInt16LE(at.aio_lio_opcode);
  }
  set aio_lio_opcode(value: number) {
    this.memory.writeUInt16LE(value & 0xffff, at.aio_lio_opcode);
  }

  get aio_reqprio(): number {
    return this.memory.readInt16LE(at.aio_reqprio);
  }
  set aio_reqprio(value: number) {
    this.memory.writeUInt16LE(value & 0xffff, at.aio_reqprio);
  }

  get aio_fildes(): number {
    return this.memory.readInt32LE(at.aio_fildes);
  }
  set aio_fildes(value: number) {
    this.memory.writeInt32LE(value | 0, at.aio_fildes);
  }

  get aio_buf(): bigint {
    return this.memory.readBigUInt64LE(at.aio_buf);
  }
  set aio_buf(value: bigint) {
    this.#setLong(at.aio_buf, value);
  }

  get aio_nbytes(): bigint {
    return this.memory.readBigUInt64LE(at.aio_nbytes);
  }
  set aio_nbytes(value: bigint) {
    this.#setLong(at.aio_nbytes, value);
  }

  get aio_offset(): bigint {
    return this.memory.readBigInt64LE(at.aio_offset);
  }
  set aio_offset(value: bigint) {
    this.#setLong(at.aio_offset, value);
  }

  /** Must be 0. */
  get aio_reserved2(): bigint {
    return this.memory.readBigUInt64LE(at.aio_reserved2);
  }
  set aio_reserved2(value: bigint) {
    this.#setLong(at.aio_reserved2, value);
  }

  get aio_flags(): number {
    return this.memory.readUInt32LE(at.aio_flags);
  }
  set aio_flags(value: number) {
    this.memory.writeUInt32LE(value >>> 0, at.aio_flags);
  }

  get aio_resfd(): number {
    return this.memory.readInt32LE(at.aio_resfd);
  }
  set aio_resfd(value: number) {
    this.memory.writeInt32LE(value | 0, at.aio_resfd);
  }

  #setLong(offset: number, value: bigint): void {
    this.memory.writeBigUInt64LE(BigInt.asUintN(64, value), offset);
  }
}
