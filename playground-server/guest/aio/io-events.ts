import { ioEvent as layout } from './abi-table.ts';

/** `struct io_event`: the result of one operation; io_getevents(2). */
export interface IoEvent {
  /** aio_data of the iocb. */
  data: bigint;
  /** Address of the iocb. */
  obj: bigint;
  /** A byte count, or a negated errno. */
  res: bigint;
  /** Always 0 on today's kernels. */
  res2: bigint;
}

const { bytes: eventBytes, fields: at } = layout;

/** An array of `struct io_event` for io_getevents to fill. */
export class IoEvents {
  readonly memory: Buffer;

  /** @param length number of events that fit */
  constructor(length: number) {
    this.memory = Buffer.alloc(eventBytes * length);
  }

  /** Number of events that fit. */
  get length(): number {
    return this.memory.length / eventBytes;
  }

  /**
   * The event at an index, as it is in memory now. Throws a RangeError if the index is out of
   * bounds.
   */
  at(index: number): IoEvent {
    const event = this.memory.subarray(index * eventBytes, (index + 1) * eventBytes);
    return {
      data: event.readBigUInt64LE(at.data),
      obj: event.readBigUInt64LE(at.obj),
      res: event.readBigInt64LE(at.res),
      res2: event.readBigInt64LE(at.res2),
    };
  }

  /** The first `count` events, as stored by a call that returned `count`. None for −1. */
  first(count: number): IoEvent[] {
    return Array.from({ length: Math.max(0, count) }, (_, index) => this.at(index));
  }
}
