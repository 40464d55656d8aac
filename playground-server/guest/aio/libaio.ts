import koffi from 'koffi';
import { handleOf, type AioContext, type ContextHandle } from './aio-context.ts';
import { declare, type Call, type NativeArgument } from './call.ts';
import { hold, release, releaseAll } from './in-flight.ts';
import type { IoEvents } from './io-events.ts';
import type { Iocb } from './iocb.ts';
import { listMemory, type IocbList } from './iocb-list.ts';
import { memoryOf, type Pointer } from './memory.ts';
import { timespecMemory, type Timespec } from './timespec.ts';

const library = koffi.load('libaio.so.1');

/** Number of integer arguments that travel in registers. */
const registerArguments = 6;

function wrapper<Parameters extends readonly unknown[]>(
  name: string,
  types: readonly ('long' | 'void *')[],
  encode: (...args: Parameters) => NativeArgument[],
  settle?: (returned: number, ...args: Parameters) => void,
): Call<Parameters> {
  return declare<Parameters>({
    convention: 'libaio',
    library,
    name,
    result: 'int',
    types,
    padTo: registerArguments,
    encode,
    ...(settle && { settle }),
  });
}

type Wait = [
  ctx: ContextHandle,
  min_nr: number | bigint,
  nr: number | bigint,
  events: IoEvents | Pointer,
  timeout: Timespec | Pointer,
];

const waitTypes = ['void *', 'long', 'long', 'void *', 'void *'] as const;

const encodeWait = (...[ctx, min, nr, events, timeout]: Wait): NativeArgument[] => [
  handleOf(ctx),
  min,
  nr,
  memoryOf(events),
  timespecMemory(timeout),
];

const released = (returned: number, ...[ctx, , , events]: Wait): void =>
  release(ctx, events, returned);

const destroyed = (returned: number, ctx: ContextHandle): void =>
  void (returned === 0 && releaseAll(ctx));

/**
 * libaio's wrappers: on an error they return the negated errno and leave errno() alone; libaio(3).
 */
export const libaio = {
  /** io_setup(2); `maxevents` is an int. */
  io_setup: wrapper<[maxevents: number | bigint, ctx: AioContext | Pointer]>(
    'io_setup',
    ['long', 'void *'],
    (maxevents, ctx) => [maxevents, memoryOf(ctx)],
  ),
  /** io_destroy(2). */
  io_destroy: wrapper<[ctx: ContextHandle]>(
    'io_destroy',
    ['void *'],
    (ctx) => [handleOf(ctx)],
    destroyed,
  ),
  /** io_submit(2). */
  io_submit: wrapper<[ctx: ContextHandle, nr: number | bigint, ios: IocbList]>(
    'io_submit',
    ['void *', 'long', 'void *'],
    (ctx, nr, list) => [handleOf(ctx), nr, listMemory(list)],
    (returned, ctx, _, list) => hold(ctx, list, returned),
  ),
  /** io_cancel(2). */
  io_cancel: wrapper<[ctx: ContextHandle, iocb: Iocb | Pointer, event: IoEvents | Pointer]>(
    'io_cancel',
    ['void *', 'void *', 'void *'],
    (ctx, iocb, event) => [handleOf(ctx), memoryOf(iocb), memoryOf(event)],
  ),
  /** io_getevents(2). With a zero timeout and an empty ring it returns without a system call. */
  io_getevents: wrapper<Wait>('io_getevents', waitTypes, encodeWait, released),
  /**
   * io_pgetevents(2), with a plain signal set: sigset() makes one; null leaves the mask as it is.
   */
  io_pgetevents: wrapper<[...Wait, sigmask: Buffer | Pointer]>(
    'io_pgetevents',
    [...waitTypes, 'void *'],
    (ctx, min, nr, events, timeout, sigmask) => [
      ...encodeWait(ctx, min, nr, events, timeout),
      sigmask,
    ],
    (returned, ctx, min, nr, events, timeout) => released(returned, ctx, min, nr, events, timeout),
  ),
  /**
   * Sets the handle to 0 and calls io_setup; returns −EINVAL without a system call if maxevents ≤
   * 0.
   */
  io_queue_init: wrapper<[maxevents: number | bigint, ctx: AioContext | Pointer]>(
    'io_queue_init',
    ['long', 'void *'],
    (maxevents, ctx) => [maxevents, memoryOf(ctx)],
  ),
  /** Another name for io_destroy. */
  io_queue_release: wrapper<[ctx: ContextHandle]>(
    'io_queue_release',
    ['void *'],
    (ctx) => [handleOf(ctx)],
    destroyed,
  ),
};
