import koffi from 'koffi';
import { systemCalls } from './abi-table.ts';
import { handleOf, type AioContext, type ContextHandle } from './aio-context.ts';
import { declare, type Call, type NativeArgument } from './call.ts';
import { hold, release, releaseAll } from './in-flight.ts';
import type { IoEvents } from './io-events.ts';
import type { Iocb } from './iocb.ts';
import { listMemory, type IocbList } from './iocb-list.ts';
import { memoryOf, type Pointer } from './memory.ts';
import { aioSigsetMemory, type AioSigset } from './sigset.ts';
import { timespecMemory, type Timespec } from './timespec.ts';

/**
 * The six calls as the kernel defines them, through syscall(2): on an error they return −1, and
 * errno() says which one.
 */
const libc = koffi.load('libc.so.6');

/**
 * syscall(2) takes the number and up to six arguments; the last of these already goes on the stack.
 */
const syscallArguments = 7;

function systemCall<Parameters extends readonly unknown[]>(
  name: keyof typeof systemCalls,
  types: readonly ('long' | 'void *')[],
  encode: (...args: Parameters) => NativeArgument[],
  settle?: (returned: number, ...args: Parameters) => void,
): Call<Parameters> {
  return declare<Parameters>({
    convention: 'koffi',
    library: libc,
    name: 'syscall',
    types: ['long', ...types],
    padTo: syscallArguments,
    encode: (...args) => [systemCalls[name], ...encode(...args)],
    ...(settle && { settle }),
  });
}

/** Makes room for `nr_events` operations and stores the context's handle in `ctx`; io_setup(2). */
export const io_setup = systemCall<[nr_events: number | bigint, ctx: AioContext | Pointer]>(
  'io_setup',
  ['long', 'void *'],
  (nr, ctx) => [nr, memoryOf(ctx)],
);

/** Ends a context after waiting for what is in flight; io_destroy(2). */
export const io_destroy = systemCall<[ctx: ContextHandle]>(
  'io_destroy',
  ['long'],
  (ctx) => [long(handleOf(ctx))],
  (returned, ctx) => void (returned === 0 && releaseAll(ctx)),
);

/**
 * Hands operations to the kernel. Returns how many it accepted, perhaps fewer than `nr`;
 * io_submit(2).
 */
export const io_submit = systemCall<[ctx: ContextHandle, nr: number | bigint, iocbpp: IocbList]>(
  'io_submit',
  ['long', 'long', 'void *'],
  (ctx, nr, list) => [long(handleOf(ctx)), nr, listMemory(list)],
  (returned, ctx, _, list) => hold(ctx, list, returned),
);

/**
 * Waits until there are at least `min_nr` events, stores up to `nr` of them and returns how many;
 * io_getevents(2).
 */
export const io_getevents = systemCall<
  [
    ctx: ContextHandle,
    min_nr: number | bigint,
    nr: number | bigint,
    events: IoEvents | Pointer,
    timeout: Timespec | Pointer,
  ]
>(
  'io_getevents',
  ['long', 'long', 'long', 'void *', 'void *'],
  (ctx, min, nr, events, timeout) => [
    long(handleOf(ctx)),
    min,
    nr,
    memoryOf(events),
    timespecMemory(timeout),
  ],
  (returned, ctx, _, __, events) => release(ctx, events, returned),
);

/** io_getevents with a signal mask that applies during the wait; io_pgetevents(2). */
export const io_pgetevents = systemCall<
  [
    ctx: ContextHandle,
    min_nr: number | bigint,
    nr: number | bigint,
    events: IoEvents | Pointer,
    timeout: Timespec | Pointer,
    usig: AioSigset | Pointer,
  ]
>(
  'io_pgetevents',
  ['long', 'long', 'long', 'void *', 'void *', 'void *'],
  (ctx, min, nr, events, timeout, usig) => [
    long(handleOf(ctx)),
    min,
    nr,
    memoryOf(events),
    timespecMemory(timeout),
    aioSigsetMemory(usig),
  ],
  (returned, ctx, _, __, events) => release(ctx, events, returned),
);

/** Cancels an operation. It reports success as −1 with EINPROGRESS; io_cancel(2). */
export const io_cancel = systemCall<
  [ctx: ContextHandle, iocb: Iocb | Pointer, result: IoEvents | Pointer]
>('io_cancel', ['long', 'void *', 'void *'], (ctx, iocb, result) => [
  long(handleOf(ctx)),
  memoryOf(iocb),
  memoryOf(result),
]);

/** A handle as a C `long`. */
function long(handle: bigint): bigint {
  return BigInt.asIntN(64, handle);
}
