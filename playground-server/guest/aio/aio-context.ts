/**
 * `aio_context_t ctx`: the handle of an AIO context, and the eight bytes that hold it. io_setup
 * requires them to be 0 and stores the handle there; io_setup(2).
 */
export class AioContext {
  readonly memory: Buffer = Buffer.alloc(8);

  /** @param handle value before io_setup, which fails with EINVAL for anything but 0 */
  constructor(handle = 0n) {
    this.handle = handle;
  }

  /** Opaque: the address of the completion ring, which means nothing to other processes. */
  get handle(): bigint {
    return this.memory.readBigUInt64LE();
  }

  set handle(value: bigint) {
    this.memory.writeBigUInt64LE(BigInt.asUintN(64, value));
  }
}

/** A context, or a made-up handle for those who want to see EINVAL. */
export type ContextHandle = AioContext | bigint;

export const handleOf = (ctx: ContextHandle): bigint =>
  typeof ctx === 'bigint' ? ctx : ctx.handle;
