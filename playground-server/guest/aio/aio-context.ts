/**
 * `aio_context_t ctx`: the handle of an AIO context, and the eight bytes it is kept in. io_setup
 * demands 0 there and stores the handle; io_setup(2).
 */
export class AioContext {
  readonly memory: Buffer = Buffer.alloc(8);

  /** @param handle what stands there before io_setup; anything but 0 makes that fail with EINVAL */
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

/** A context, or a wild handle for those who want to see EINVAL. */
export type ContextHandle = AioContext | bigint;

export const handleOf = (ctx: ContextHandle): bigint =>
  typeof ctx === 'bigint' ? ctx : ctx.handle;
