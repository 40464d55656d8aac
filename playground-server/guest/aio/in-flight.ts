import { handleOf, type ContextHandle } from './aio-context.ts';
import type { IoEvents } from './io-events.ts';
import { Iocb } from './iocb.ts';
import type { IocbList } from './iocb-list.ts';
import { address, type Pointer } from './memory.ts';

/**
 * The iocbs that the kernel has accepted, and through them their buffers, by context and address.
 * They stay alive until their event is fetched or their context is gone, even if the snippet
 * forgets them.
 */
const inFlight = new Map<bigint, Map<bigint, Iocb[]>>();

/** Call after io_submit accepted the first `taken` of the list. */
export function hold(ctx: ContextHandle, list: IocbList, taken: number): void {
  if (list === null || typeof list === 'bigint') return;
  const held = inFlight.get(handleOf(ctx)) ?? new Map<bigint, Iocb[]>();
  inFlight.set(handleOf(ctx), held);
  for (const iocb of list.slice(0, Math.max(0, taken))) {
    if (iocb instanceof Iocb) held.set(address(iocb), [...(held.get(address(iocb)) ?? []), iocb]);
  }
}

/** Call after io_getevents stored `count` events. */
export function release(ctx: ContextHandle, events: IoEvents | Pointer, count: number): void {
  if (events === null || typeof events === 'bigint') return;
  const held = inFlight.get(handleOf(ctx));
  for (const { obj } of events.first(count)) held?.get(obj)?.pop();
}

/** Call after io_destroy ended the context and waited for what was in flight. */
export const releaseAll = (ctx: ContextHandle): void => void inFlight.delete(handleOf(ctx));
